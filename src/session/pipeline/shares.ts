/** Shares of what is served, now and in the days before. */
import { dayOf } from '../../sim/clock.ts';
import type { DayTally } from '../../sim/telemetry/tally.ts';
import { type Run } from '../run.ts';
import type { ShareView } from '../view.ts';
import type { Health } from './health.ts';

/** Impressions of the running day from which on its shares can be read; until then yesterday's stand. */
export const ENOUGH = 2_000;

/** Days the shares before are taken over: weekday swings cancel. */
const BEFORE_DAYS = 14;

/** A generator's share is watched from this relative change on, unless it is less than three points. */
const SHARE_WATCH = 0.25;
const SHARE_LEAST = 0.03;

/** Days of the world in which nothing happened, before the two parted. */
export function beforeOf(run: Run): readonly DayTally[] {
  const { pair } = run;
  const parted = dayOf(pair.forkTick);
  return (pair.twin ?? pair.live).tallies
    .filter((t) => t.day >= 2 && t.day < Math.max(3, parted))
    .slice(-BEFORE_DAYS);
}

export function sharesOf(
  names: readonly { readonly id: string; readonly label: string }[],
  counts: (tally: DayTally) => Float64Array,
  now: readonly DayTally[],
  before: readonly DayTally[],
): ShareView[] {
  const current = shares(names.length, now.map(counts));
  const past = before.length === 0 ? current : shares(names.length, before.map(counts));
  return names.map((name, i) => ({ ...name, now: current[i]!, before: past[i]! }));
}

/** Parts of the sum; all alike where there is nothing yet. */
function shares(length: number, days: readonly Float64Array[]): number[] {
  const sums = Array.from({ length }, (_, i) => days.reduce((sum, day) => sum + day[i]!, 0));
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((sum) => (total === 0 ? 1 / length : sum / total));
}

/** A share that moved is worth a look; whether that is bad, a share cannot say. */
export function shareHealth({ now: current, before }: ShareView): Health {
  const change = Math.abs(current - before);
  return change >= SHARE_LEAST && change > SHARE_WATCH * before ? 'watch' : 'fine';
}

export function shareWords({ now: current, before }: ShareView): string {
  return `${percent(current)} of impressions, before ${percent(before)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}
