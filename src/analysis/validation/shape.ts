/** A published shape: what was claimed, by whom, and what is measured in a world to see it. */

/** Figures of one world, by the names of the parts. */
export type Figures = Readonly<Record<string, number>>;

export interface Part {
  readonly id: string;
  /** What the figure is, as a noun phrase. */
  readonly what: string;
  readonly unit: '%' | 'points' | 'correlation';
  /** On which side of nothing the interval must lie; `none`: not wholly above it. */
  readonly expect: 'up' | 'down' | 'none';
}

export interface Shape {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  /** The first is the headline. */
  readonly parts: readonly Part[];
  readonly measure: (seed: string) => Figures;
}

/** `a` against `b`, per cent. */
export function percent(a: number, b: number): number {
  return 100 * (a / b - 1);
}
