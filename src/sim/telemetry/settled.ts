/**
 * Points of the whole service that nothing changes any more, kept from one look to the next: a plot of weeks is thousands
 * of half hours, and a slow clock shows six of them at every move. Only what is the same whenever it is read is kept:
 * everybody uncut (labels of people are as they stand now), half hours that are over, under the orders that were in effect
 * when it was read, where no fault has a hand in what is reported (late events trickle in).
 */
import type { FaultKind } from '../faults.ts';
import type { MetricId } from '../metrics.ts';
import type { Dimension, Scope, Surface } from '../segments.ts';
import type { Observer } from './observer.ts';
import type { GroupPoint } from './points.ts';

/** They reach some people and not others, and who is reached may stand otherwise later. */
const MOVING: ReadonlySet<FaultKind> = new Set([
  'aggregator-loss',
  'late-events',
  'save-bots',
  'duplicate-events',
  'lost-events',
  'misaligned-panels',
  'traffic',
  'crash',
]);
/** How machines stand now goes into it. */
const OF_MACHINES: ReadonlySet<MetricId> = new Set(['p99_ms']);

const isEverybody = (scope: Scope): boolean =>
  scope.length === 1 && Object.keys(scope[0]!).length === 0;

/** Where points of such a plot are kept; null: they are not. */
export function settledPoints(
  { pair: { live }, settled }: Observer,
  metric: MetricId,
  by: Dimension | null,
  scope: Scope,
): Map<string, GroupPoint> | null {
  if (by !== null || !isEverybody(scope) || OF_MACHINES.has(metric)) return null;
  if (live.faults.some(({ kind }) => MOVING.has(kind))) return null;
  const orders = JSON.stringify(live.control);
  if (settled.orders !== orders) settled.points.clear();
  settled.orders = orders;
  return settled.points;
}

export const pointId = (
  metric: MetricId,
  surface: Surface | 'all',
  tick: number,
  minutes: number,
): string => `${metric} ${surface} ${tick} ${minutes}`;
