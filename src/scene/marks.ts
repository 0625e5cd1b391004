import type {
  LensLayout,
  LensPicture,
  LensPlacement,
  Outline,
  SceneTheme,
  Spot,
} from './lensTypes.ts';

/**
 * Everything around the dots that is a line or a glow, as SVG above and below the canvas: crisp at any density, drawn
 * by the browser only when it changes, and the same for both ways of drawing dots.
 */

const SVG = 'http://www.w3.org/2000/svg';

interface Pen {
  readonly stroke: string;
  readonly width: number;
  readonly dash: string;
  readonly fill: string;
  readonly glow: string;
}

const NO_FILL = 'none';

/** Radius layers are white (dark ink on light) and told apart by dash; only the witness has a hue. */
const pens = (theme: SceneTheme): Readonly<Record<MarkName, Pen>> => {
  const dark = theme === 'dark';
  const ink = dark ? '#ffffff' : '#141d2b';
  const sky = dark ? '#5ec0f2' : '#0f6ba3';
  const glow = dark
    ? 'drop-shadow(0 0 5px rgb(255 255 255 / .6))'
    : 'drop-shadow(0 0 3px rgb(20 29 43 / .28))';
  return {
    hover: {
      stroke: 'none',
      width: 0,
      dash: '',
      fill: dark ? 'rgb(255 255 255 / .05)' : 'rgb(20 29 43 / .05)',
      glow: '',
    },
    preview: {
      stroke: dark ? 'rgb(255 255 255 / .75)' : 'rgb(20 29 43 / .75)',
      width: 1.25,
      dash: '',
      fill: dark ? 'rgb(255 255 255 / .06)' : 'rgb(20 29 43 / .06)',
      glow: '',
    },
    witness: { stroke: sky, width: 1.75, dash: '0.1 4.6', fill: NO_FILL, glow: '' },
    hurtLater: { stroke: ink, width: 1.25, dash: '9 3.5 1.5 3.5', fill: NO_FILL, glow: '' },
    hurtNow: { stroke: ink, width: 1.5, dash: '', fill: NO_FILL, glow: '' },
    reading: { stroke: ink, width: 1.75, dash: '7 5', fill: NO_FILL, glow },
    lasso: {
      stroke: ink,
      width: 1.5,
      dash: '1 4',
      fill: dark ? 'rgb(255 255 255 / .05)' : 'rgb(20 29 43 / .05)',
      glow,
    },
  };
};

export const MARKS = [
  'hover',
  'preview',
  'witness',
  'hurtLater',
  'hurtNow',
  'reading',
  'lasso',
] as const;
export type MarkName = (typeof MARKS)[number];

/** A cell glows only when it went the worse way clearly beyond its own noise: the glow is a statement. */
const glows = (cell: LensPicture['cells'][number], worse: LensPicture['worse']): boolean => {
  if (cell.deviation === null) return false;
  const harm = worse === 'up' ? cell.deviation : -cell.deviation;
  return harm > 6 && harm > 3 * (cell.error ?? Infinity);
};

const element = <K extends keyof SVGElementTagNameMap>(
  name: K,
  parent: Element,
): SVGElementTagNameMap[K] => {
  const made = document.createElementNS(SVG, name);
  parent.append(made);
  return made;
};

const layer = (parent: HTMLElement): SVGSVGElement => {
  const svg = element('svg', parent);
  svg.setAttribute('aria-hidden', 'true');
  svg.style.cssText =
    'position:absolute;inset:0;width:100%;height:100%;overflow:visible;pointer-events:none';
  return svg;
};

const pathOf = (points: readonly Spot[]): string =>
  points.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('');

export interface Marks {
  /** Glows go below this element's later siblings, lines above. */
  setTheme(theme: SceneTheme): void;
  setOutline(name: Exclude<MarkName, 'lasso'>, outline: Outline | null): void;
  setLasso(trail: readonly Spot[]): void;
  setGlows(layout: LensLayout, view: LensPicture): void;
  /** Outlines wait until the dots have arrived. Milliseconds. */
  showAfter(delay: number): void;
  destroy(): void;
}

let marksMade = 0;

/** @param below holds the glows, @param above the lines; both cover the canvas exactly. */
export const createMarks = (below: HTMLElement, above: HTMLElement, theme: SceneTheme): Marks => {
  const id = `lens-glow-${marksMade++}`;
  const glowLayer = layer(below);
  const gradient = element('radialGradient', element('defs', glowLayer));
  gradient.id = id;
  const stops = [0, 0.55, 1].map((offset) => {
    const stop = element('stop', gradient);
    stop.setAttribute('offset', String(offset));
    return stop;
  });
  const glowGroup = element('g', glowLayer);
  const lineLayer = layer(above);
  const group = element('g', lineLayer);
  const paths = new Map(
    MARKS.map((name) => [name, element('path', name === 'lasso' ? lineLayer : group)]),
  );
  for (const [name, path] of paths) {
    path.setAttribute('data-mark', name);
    path.setAttribute('stroke-linecap', 'round');
  }
  let timer = 0;

  const setTheme = (next: SceneTheme): void => {
    const table = pens(next);
    for (const [name, path] of paths) {
      const pen = table[name];
      path.setAttribute('stroke', pen.stroke);
      path.setAttribute('stroke-width', String(pen.width));
      path.setAttribute('stroke-dasharray', pen.dash);
      path.setAttribute('fill', pen.fill);
      path.style.filter = pen.glow;
    }
    const colour = next === 'dark' ? '255 104 54' : '226 84 30';
    const strength = next === 'dark' ? [0.26, 0.15, 0] : [0.13, 0.08, 0];
    stops.forEach((stop, i) =>
      stop.setAttribute('stop-color', `rgb(${colour} / ${strength[i] ?? 0})`),
    );
  };
  setTheme(theme);

  return {
    setTheme,
    setOutline(name, outline) {
      paths.get(name)?.setAttribute('d', outline?.path ?? '');
    },
    setLasso(trail) {
      paths.get('lasso')?.setAttribute('d', pathOf(trail));
    },
    setGlows(layout, view) {
      glowGroup.replaceChildren();
      view.cells.forEach((cell, index) => {
        const box = layout.cells[index];
        if (box === undefined || box.r === 0 || !glows(cell, view.worse)) return;
        const circle = element('circle', glowGroup);
        circle.setAttribute('cx', String(box.cx));
        circle.setAttribute('cy', String(box.cy));
        circle.setAttribute('r', String(box.r * 1.25 + 16));
        circle.setAttribute('fill', `url(#${id})`);
      });
    },
    showAfter(delay) {
      const fading = [group, glowGroup];
      window.clearTimeout(timer);
      for (const part of fading) {
        part.style.transition = delay > 0 ? 'none' : '';
        part.style.opacity = delay > 0 ? '0' : '1';
      }
      if (delay === 0) return;
      timer = window.setTimeout(() => {
        for (const part of fading) {
          part.style.transition = 'opacity 220ms ease-out';
          part.style.opacity = '1';
        }
      }, delay);
    },
    destroy() {
      window.clearTimeout(timer);
      glowLayer.remove();
      lineLayer.remove();
    },
  };
};

/** Strokes the outlines of a placement onto a canvas, for a picture of the swarm. */
export const strokeOutlines = (
  context: CanvasRenderingContext2D,
  placement: LensPlacement,
  theme: SceneTheme,
): void => {
  const table = pens(theme);
  for (const name of ['witness', 'hurtLater', 'hurtNow', 'reading'] as const) {
    const outline = placement.outlines[name];
    if (outline === null) continue;
    const pen = table[name];
    context.strokeStyle = pen.stroke;
    context.lineWidth = pen.width;
    context.lineCap = 'round';
    context.setLineDash(pen.dash === '' ? [] : pen.dash.split(' ').map(Number));
    context.shadowColor = pen.glow === '' ? 'transparent' : pen.stroke;
    context.shadowBlur = pen.glow === '' ? 0 : 10;
    context.stroke(new Path2D(outline.path));
  }
  context.shadowColor = 'transparent';
  context.setLineDash([]);
};
