/**
 * What a series read a week before each of its points: the same weekday, the same hours, as reported then. It is no
 * expectation: what was already wrong a week ago is in it.
 */
import { MINUTES_PER_DAY } from '../clock.ts';
import type { MetricId } from '../metrics.ts';
import type { Dimension, Scope, Surface } from '../segments.ts';
import { activeFaults } from '../faultState.ts';
import type { Observer } from './observer.ts';
import { METRIC_PARTS } from './quantities.ts';
import { readPoint, regroup, type GroupSeries } from './series.ts';

export const WEEK_MINUTES = 7 * MINUTES_PER_DAY;

/** `keys × ticks` of a series of points of `minutes`; null where there is no record of that week, or nobody was in it. */
export function readWeekBefore(
  observer: Observer,
  metric: MetricId,
  by: Dimension | null,
  scope: Scope,
  surface: Surface | 'all',
  series: GroupSeries,
  minutes: number,
): (number | null)[][] {
  const parts = METRIC_PARTS[metric];
  const { keys, ticks } = series;
  const lines: (number | null)[][] = keys.map(() => []);
  for (const tick of ticks) {
    const then = tick - WEEK_MINUTES;
    // Where a series reaches further back than a week, it has been read already.
    const known = aligned(observer, tick) ? ticks.indexOf(then) : -1;
    const values =
      then < 0 || parts === undefined
        ? null
        : known >= 0
          ? series.values.map((line) => line[known] ?? null)
          : readPoint(
              observer,
              parts,
              regroup(observer, by, scope, surface, then, keys),
              keys.length,
              then,
              minutes,
              tick,
            ).values;
    lines.forEach((line, g) => line.push(values?.[g] ?? null));
  }
  return lines;
}

/** Do panels lay hours beside those they belong to? */
function aligned(observer: Observer, tick: number): boolean {
  return activeFaults(observer.pair.live, 'misaligned-panels', tick).length === 0;
}
