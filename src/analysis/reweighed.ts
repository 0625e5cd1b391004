/**
 * Lines of play under other weights of harm: each weight halved and doubled, the others as stated. What was measured of the
 * people in a line stays the same, so no world is run again.
 */
import type { Run } from '../session/run.ts';
import { curveOf } from './lines.ts';
import type { Stage } from './stage.ts';
import { STATED_WEIGHTS, type Weights } from './value.ts';

const FACTORS = [
  ['halved', 0.5],
  ['doubled', 2],
] as const;

/** By name. */
export const REWEIGHED: ReadonlyMap<string, Weights> = new Map(
  (Object.keys(STATED_WEIGHTS) as (keyof Weights)[]).flatMap((weight) =>
    FACTORS.map(([word, factor]) => [
      `${weight} ${word}`,
      { ...STATED_WEIGHTS, [weight]: factor * STATED_WEIGHTS[weight] },
    ]),
  ),
);

/** Harm of a line by name of the weights, to a single save: millions of saves. `end`: the run at its end. */
export function reweighedTotals(end: Run, stage: Stage): ReadonlyMap<string, number> {
  return new Map(
    [...REWEIGHED].map(([name, weights]) => [name, rounded(curveOf(end, stage, weights).total)]),
  );
}

const rounded = (millions: number): number => Math.round(1e6 * millions) / 1e6;
