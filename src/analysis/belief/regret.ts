/** A decision judged by what it was expected to cost under a belief, not by what it happened to cost. */
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

/** `regret`: as a share of what is at stake. */
export function markOf(regret: number): MarkWord {
  return LIMITS.find(([, most]) => regret <= most)?.[0] ?? 'blunder';
}

/** A mistake or worse. */
export function isGrave(mark: MarkWord): boolean {
  return mark === 'mistake' || mark === 'blunder';
}

/** Harm of one line by hypothesis. */
export type Harms = ReadonlyMap<string, number>;

/** Mean over the belief in the hypotheses that have a harm, scaled up to one; 0 where none of them is believed in. */
export function expectedHarm(belief: Belief, harms: Harms): number {
  let mass = 0;
  let sum = 0;
  for (const [hypothesis, harm] of harms) {
    const p = belief.get(hypothesis) ?? 0;
    mass += p;
    sum += p * harm;
  }
  return mass === 0 ? 0 : sum / mass;
}

/**
 * What is at stake: from what doing nothing is expected to cost to the least that can be had, both under one belief.
 * `largest`: harm of any line under any hypothesis, whichever sign it has.
 */
export function stakeOf(nothing: number, best: number, largest: number): number {
  return Math.max(nothing - best, LEAST_RANGE * Math.abs(largest), Number.MIN_VALUE);
}
