/** Shapes as path data. A tile is 100 wide and 130 high. */

/** Index into a look's colours: 0 ground, 1 deep ground, 2 main, 3 second, 4 accent, 5 light, 6 dark. */
export type Ink = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface Shape {
  readonly d: string;
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly width: number;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

export const fill = (d: string, ink: Ink): Shape => ({ d, fill: ink, stroke: null, width: 0 });
export const line = (d: string, ink: Ink, width = 2): Shape => ({
  d,
  fill: null,
  stroke: ink,
  width,
});

export const ellipse = (x: number, y: number, rx: number, ry = rx): string =>
  `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 0 ${n(rx * 2)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-rx * 2)} 0z`;

export const box = (x: number, y: number, w: number, h: number, r = 0): string => {
  const q = Math.min(r, w / 2, h / 2);
  return q === 0
    ? `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`
    : `M${n(x + q)} ${n(y)}h${n(w - 2 * q)}a${n(q)} ${n(q)} 0 0 1 ${n(q)} ${n(q)}v${n(h - 2 * q)}a${n(q)} ${n(q)} 0 0 1 ${n(-q)} ${n(q)}h${n(2 * q - w)}a${n(q)} ${n(q)} 0 0 1 ${n(-q)} ${n(-q)}v${n(2 * q - h)}a${n(q)} ${n(q)} 0 0 1 ${n(q)} ${n(-q)}z`;
};

export const poly = (...points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}z`;

/** A leaf or petal from (x, y), `length` long, `broad` wide, pointing along `angle` (radians, 0 is right). */
export const leaf = (
  x: number,
  y: number,
  length: number,
  broad: number,
  angle: number,
): string => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const at = (along: number, across: number): string =>
    `${n(x + along * c - across * s)} ${n(y + along * s + across * c)}`;
  return `M${at(0, 0)}Q${at(length * 0.5, broad)} ${at(length, 0)}Q${at(length * 0.5, -broad)} ${at(0, 0)}z`;
};

/** Mulberry32: the same tile for the same seed, everywhere. */
export const dice = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export type Motif = (random: () => number) => readonly Shape[];

export const times = <T>(count: number, make: (index: number) => T | readonly T[]): T[] =>
  Array.from({ length: count }, (_, index) => make(index)).flat() as T[];
