/** A line of play judged as a decision: its expected harm under a belief, against the best and the worst to be had. */
import type { Belief } from './posterior.ts';

export const MARKS = ['best', 'good', 'inaccuracy', 'mistake', 'blunder'] as const;
export type MarkWord = (typeof MARKS)[number];

/** Largest regret of each mark, as a share of the range; beyond the last it is a blunder. Design values, for all incidents. */
const LIMITS: readonly (readonly [MarkWord, number])[] = [
  ['best', 0.035],
  ['good', 0.1],
  ['inaccuracy', 0.2],
  ['mistake', 0.4],
];
/** A range is taken to be at least so much of the largest harm in the table: where all is alike, nothing is a blunder. */
const LEAST_RANGE = 0.1;

export interface Decision {
  /** Expected harm by line, in the order of the table's columns. */
  readonly expected: readonly number[];
  /** Column of the least. */
  readonly best: number;
  /** Expected harm of the judged line beyond the best, as a share of the range. */
  readonly regret: number;
  readonly mark: MarkWord;
}

/**
 * `table[hypothesis]`: harm by line. Hypotheses without a row are left out and the belief in the rest scaled up. The range
 * reaches from nothing done to the best, or to the judged line where that is worse than nothing.
 */
export function decide(
  belief: Belief,
  table: ReadonlyMap<string, readonly number[]>,
  judged: number,
  nothing: number,
): Decision {
  let mass = 0;
  let largest = 0;
  const expected: number[] = [];
  for (const [hypothesis, harms] of table) {
    const p = belief.get(hypothesis) ?? 0;
    mass += p;
    harms.forEach((harm, k) => {
      expected[k] = (expected[k] ?? 0) + p * harm;
      largest = Math.max(largest, Math.abs(harm));
    });
  }
  if (mass > 0) expected.forEach((sum, k) => (expected[k] = sum / mass));
  const best = expected.reduce((least, harm, k) => (harm < expected[least]! ? k : least), 0);
  const range = Math.max(
    expected[nothing]! - expected[best]!,
    LEAST_RANGE * largest,
    Number.MIN_VALUE,
  );
  const regret = (expected[judged]! - expected[best]!) / range;
  return {
    expected,
    best,
    regret,
    mark: LIMITS.find(([, most]) => regret <= most)?.[0] ?? 'blunder',
  };
}
