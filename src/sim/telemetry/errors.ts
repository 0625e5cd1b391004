/**
 * Standard errors of what is shown, from the display noise itself: exact for a reading whose sums are at hand, and for a
 * share of all sessions where something is only planned.
 */
import type { MetricId } from '../metrics.ts';
import { BUCKET_MINUTES, sharedVariance } from './noise.ts';
import { METRIC_PARTS, NOISE, type Quantity } from './quantities.ts';
import type { GroupSums } from './sums.ts';

const BUCKETS_PER_HOUR = 60 / BUCKET_MINUTES;

/** Variances, per cent squared, of one part of a metric: hourly per unit of 1/share, and of everybody at once. */
function variances(q: Quantity, count: boolean): { cell: number; shared: number } {
  const { cell, shared } = NOISE[q];
  // A count also carries the noise of the sessions it comes from; in a ratio over the same sessions that cancels.
  const visits = count && q !== 'sessions' ? NOISE.sessions : { cell: 0, shared: 0 };
  return {
    cell: cell * cell + visits.cell * visits.cell,
    shared: shared * shared + visits.shared * visits.shared,
  };
}

/** The parts that have noise of their own: sessions under a ratio do not, they are above it too. */
function noisyParts(metric: MetricId): readonly (readonly [part: 0 | 1, q: Quantity])[] {
  const parts = METRIC_PARTS[metric];
  if (parts === undefined) return [];
  const [top, bottom] = parts;
  return bottom === null || bottom === 'sessions'
    ? [[0, top]]
    : [
        [0, top],
        [1, bottom],
      ];
}

/**
 * Relative standard error, per cent, of a metric's reading for group `g`, from the sums over so many half hours.
 * `bottom` counts only where the metric is a ratio.
 */
export function windowError(
  metric: MetricId,
  top: GroupSums,
  bottom: GroupSums,
  g: number,
  buckets: number,
): number {
  const count = METRIC_PARTS[metric]?.[1] === null;
  let variance = 0;
  for (const [part, q] of noisyParts(metric)) {
    const sums = part === 0 ? top : bottom;
    const { cell, shared } = variances(q, count);
    const live = sums.live[g]!;
    // A group in which nothing happens has no error to speak of.
    if (live > 0) variance += (BUCKETS_PER_HOUR * cell * sums.square[g]!) / (live * live);
    variance += shared * sharedVariance(buckets);
  }
  return Math.sqrt(variance);
}

/**
 * The same for a share of all sessions over `hours`, as if everybody in it did alike: for bands and for what is planned.
 */
export function metricError(metric: MetricId, share: number, hours: number): number {
  if (share <= 0) return 0;
  const count = METRIC_PARTS[metric]?.[1] === null;
  const buckets = Math.max(1, Math.round(hours * BUCKETS_PER_HOUR));
  let variance = 0;
  for (const [, q] of noisyParts(metric)) {
    const { cell, shared } = variances(q, count);
    variance += cell / (share * hours) + shared * sharedVariance(buckets);
  }
  return Math.sqrt(variance);
}
