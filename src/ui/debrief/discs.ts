/** Discs of people: as many dots as people in proportion, the hurt among them in colour, the stronger the more they lost. */
import type { RadiusTruth } from '../../scoring/debrief.ts';

export interface SwarmColours {
  /** Six hexadecimal digits each. */
  readonly hurt: string;
  readonly flat: string;
  readonly outline: string;
}

export type Cell = RadiusTruth['cells'][number];

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Radians between one dot and the next. Vogel (1979). */
const GOLDEN = 2.399963229728653;
/** Of the way from what nobody lost to the greatest loss, where the least one begins. */
const LEAST = 0.5;

/** Of a group that lost this share of what the worst hit lost. */
const shade = ({ hurt, flat }: SwarmColours, share: number): string => {
  const channel = (colour: string, k: number): number =>
    Number.parseInt(colour.slice(1 + 2 * k, 3 + 2 * k), 16);
  const strength = LEAST + (1 - LEAST) * Math.max(0, Math.min(1, share));
  const mixed = [0, 1, 2].map((k) =>
    Math.round(channel(flat, k) + strength * (channel(hurt, k) - channel(flat, k))),
  );
  return `rgb(${mixed.join(' ')})`;
};

/** Is the k-th of a disc's dots one of the hurt? They lie evenly among the others. */
export const isHurt = (k: number, share: number): boolean =>
  Math.floor((k + 1) * share + 1e-9) > Math.floor(k * share + 1e-9);

/** `spacing`: of dots, pixels; `worst`: the greatest loss in the picture. */
export const drawDisc = (
  context: CanvasRenderingContext2D,
  cell: Cell,
  { x, y, radius }: Disc,
  { spacing, worst, colours }: { spacing: number; worst: number; colours: SwarmColours },
): void => {
  const dots = Math.max(1, Math.round((radius / spacing) ** 2));
  const warm = shade(colours, cell.loss / worst);
  for (let k = 0; k < dots; k += 1) {
    const r = spacing * Math.sqrt(k + 0.5);
    context.fillStyle = isHurt(k, cell.hurt) ? warm : colours.flat;
    context.beginPath();
    context.arc(x + r * Math.cos(k * GOLDEN), y + r * Math.sin(k * GOLDEN), spacing * 0.72, 0, 7);
    context.fill();
  }
};

export const worstOf = ({ cells }: RadiusTruth): number =>
  Math.max(1e-9, ...cells.map(({ loss }) => loss));

/** The pen of what was declared. */
export const dashed = (
  context: CanvasRenderingContext2D,
  colours: SwarmColours,
  width: number,
): void => {
  context.strokeStyle = colours.outline;
  context.lineWidth = width;
  context.setLineDash([width * 3.4, width * 2.6]);
};
