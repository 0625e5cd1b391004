/**
 * The picture behind the pager: a crowd, a group in it that moved, a ring around the group. It shows no incident's
 * data (there is no world yet); it is drawn anew from the call-sign, so that every page has a picture of its own.
 */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/context.ts';

const DOTS = 5200;
const SIZE = 620;
const GOLDEN = 2.399963229728653;

/** Mulberry32: enough for a picture. */
const randomFrom = (text: string): (() => number) => {
  let state = 0x9e3779b9;
  for (const letter of text) state = Math.imul(state ^ letter.charCodeAt(0), 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

interface Group {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const groupFor = (random: () => number): Group => {
  const angle = random() * Math.PI * 2;
  const far = SIZE * (0.16 + random() * 0.08);
  return {
    x: SIZE / 2 + Math.cos(angle) * far,
    y: SIZE / 2 + Math.sin(angle) * far,
    r: SIZE * (0.1 + random() * 0.04),
  };
};

const draw = (canvas: HTMLCanvasElement, seed: string): void => {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const dense = Math.min(2, devicePixelRatio);
  canvas.width = SIZE * dense;
  canvas.height = SIZE * dense;
  context.scale(dense, dense);
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const [flat, loss, gain] = [colour('--flat'), colour('--loss'), colour('--gain')];
  const random = randomFrom(seed);
  const group = groupFor(random);
  const step = (SIZE * 0.46) / Math.sqrt(DOTS);
  for (let k = 0; k < DOTS; k += 1) {
    const r = step * Math.sqrt(k + 0.5);
    const x = SIZE / 2 + r * Math.cos(k * GOLDEN);
    const y = SIZE / 2 + r * Math.sin(k * GOLDEN);
    const near = Math.hypot(x - group.x, y - group.y) / group.r;
    const moved = random() < (near < 1 ? 0.94 : Math.max(0, 0.5 - (near - 1) * 2.4));
    context.fillStyle = moved ? loss : random() < 0.06 ? gain : flat;
    context.globalAlpha = moved ? 1 : 0.35 + 0.4 * (1 - r / (SIZE * 0.46));
    context.beginPath();
    context.arc(x, y, moved ? 2.3 : 1.7, 0, 7);
    context.fill();
  }
  context.globalAlpha = 1;
  context.strokeStyle = colour('--radius');
  context.lineWidth = 1.8;
  context.setLineDash([8, 6]);
  context.beginPath();
  context.arc(group.x, group.y, group.r * 1.28, 0, 7);
  context.stroke();
};

export const SwarmArt = ({ seed }: { readonly seed: string }): JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useApp().theme.value;
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, seed);
  }, [seed, theme]);
  return <canvas ref={canvas} class="swarm-art" width={SIZE} height={SIZE} aria-hidden="true" />;
};
