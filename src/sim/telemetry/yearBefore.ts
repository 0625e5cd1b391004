/**
 * What was reported on the same days a year ago, grown as this year's plain weeks have. It is of use where dashboards
 * expect what the fortnight before makes them expect: then it is the one line that knows the calendar.
 */
import type { MetricId } from '../metrics.ts';
import type { Dimension, Scope, Surface } from '../segments.ts';
import type { Observer } from './observer.ts';
import { METRIC_PARTS } from './quantities.ts';
import { readPoint, regroup, type GroupSeries } from './series.ts';

/** Is a year ago another thing than what is expected? Of counts only: of a visit a feast leaves the same expected. */
export function hasYearBefore(observer: Observer, metric: MetricId): boolean {
  return observer.pair.spec.setup.forecast === 'trailing' && METRIC_PARTS[metric]?.[1] === null;
}

/** `keys × ticks` of a series of points of `minutes`. */
export function readYearBefore(
  observer: Observer,
  metric: MetricId,
  by: Dimension | null,
  scope: Scope,
  surface: Surface | 'all',
  { keys, ticks }: GroupSeries,
  minutes: number,
): number[][] {
  const parts = METRIC_PARTS[metric];
  const lines: number[][] = keys.map(() => []);
  if (parts === undefined) return lines;
  for (const tick of ticks) {
    const groups = regroup(observer, by, scope, surface, tick, keys);
    const point = readPoint(observer, parts, groups, keys.length, tick, minutes, null, 'year ago');
    lines.forEach((line, g) => line.push(point.baselines[g]!));
  }
  return lines;
}
