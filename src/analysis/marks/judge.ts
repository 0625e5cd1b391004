/** Each change of a run against what else was to be had at its minute, under the belief its player could have had then. */
import type { Belief } from '../belief/posterior.ts';
import { expectedHarm, markOf, stakeOf, type Harms, type MarkWord } from '../belief/regret.ts';
import type { PointTable } from './tables.ts';

/**
 * A line by its index; `stay`: nothing more than had been done; `look`: looking first; `played`: what was done, and the best
 * after it.
 */
export type Way = number | 'stay' | 'look' | 'played';

export interface Judged {
  readonly mark: MarkWord;
  /** Expected harm of what was done, gone on with as well as is known; millions of saves. */
  readonly expected: number;
  readonly best: Way;
  /** Expected harm of the best way. */
  readonly least: number;
  /** Of what was at stake; 0: nothing better was to be had. */
  readonly regret: number;
  /** Of what was at stake: what it bettered by itself, against nothing more being done; below 0: it made it worse. */
  readonly bettered: number;
}

export interface Stakes {
  /** Had nothing been done from the page on, and all that was. */
  readonly nothing: Harms;
  readonly end: Harms;
  /** Of any line under any hypothesis. */
  readonly largest: number;
  /** What looking first was worth, millions of saves; 0: nothing. */
  readonly missed: number;
}

/**
 * What was done is worth what it leaves reachable: how its player went on is judged at the next point.
 */
export function judge(
  belief: Belief,
  table: PointTable,
  { nothing, end, largest, missed }: Stakes,
): Judged {
  const of = (harms: Harms): number => expectedHarm(belief, harms);
  const expected = Math.min(of(table.done), of(end), ...[...table.after.values()].map(of));
  const others: (readonly [Way, number])[] = [
    ['stay', of(table.stay)],
    ...[...table.instead].map(([line, harms]) => [line, of(harms)] as const),
  ];
  let [best, least]: readonly [Way, number] = ['played', expected];
  for (const [way, harm] of others) if (harm < least) [best, least] = [way, harm];
  if (missed > 0) [best, least] = ['look', least - missed];
  const stake = stakeOf(of(nothing), least, largest);
  const regret = (expected - least) / stake;
  const bettered = (of(table.stay) - of(table.done)) / stake;
  return { mark: markOf(regret), expected, best, least, regret, bettered };
}
