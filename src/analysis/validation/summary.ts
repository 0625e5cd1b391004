/** From the figures of many worlds to whether a shape came out. */
import { intervalOf, type Interval } from './interval.ts';
import type { Figures, Part, Shape } from './shape.ts';

export interface PartResult extends Part {
  readonly seen: number;
  readonly interval: readonly [number, number];
  /** Does the whole interval lie where it must? */
  readonly holds: boolean;
}

export interface ShapeResult {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  /** The headline's mean over seeds. */
  readonly seen: number;
  readonly interval: readonly [number, number];
  /** Every part holds. */
  readonly reproduced: boolean;
  readonly parts: readonly PartResult[];
}

function lies(interval: Interval, expect: Part['expect']): boolean {
  switch (expect) {
    case 'up':
      return interval.low > 0;
    case 'down':
      return interval.high < 0;
    case 'none':
      return interval.low <= 0;
  }
}

export function summarise(shape: Shape, worlds: readonly Figures[]): ShapeResult {
  const parts = shape.parts.map((part): PartResult => {
    const interval = intervalOf(worlds.map((figures) => figures[part.id] ?? NaN));
    return {
      ...part,
      seen: interval.mean,
      interval: [interval.low, interval.high],
      holds: lies(interval, part.expect),
    };
  });
  const headline = parts[0]!;
  return {
    id: shape.id,
    claim: shape.claim,
    source: shape.source,
    seen: headline.seen,
    interval: headline.interval,
    reproduced: parts.every((part) => part.holds),
    parts,
  };
}
