/** A metric over time for groups of people, point by point. */
import type { MetricId } from '../metrics.ts';
import type { Dimension, Scope, Surface } from '../segments.ts';
import { BUCKET_MINUTES } from './noise.ts';
import type { Observer } from './observer.ts';
import { METRIC_PARTS } from './quantities.ts';
import { groupBy, groupShares, zeroSums } from './readings.ts';
import type { GroupPoint } from './points.ts';
import { pointId, settledPoints } from './settled.ts';
import { addBucket, type Against, type Groups } from './sums.ts';

export interface GroupSeries {
  readonly ticks: readonly number[];
  readonly keys: readonly string[];
  /** `keys × ticks`. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly baselines: readonly (readonly number[])[];
  readonly shares: Float64Array;
}

/** A series in buckets of `minutes` (a multiple of the lattice's) from `from` to `to`. */
export function readSeries(
  observer: Observer,
  metric: MetricId,
  by: Dimension | null,
  scope: Scope,
  surface: Surface | 'all',
  from: number,
  to: number,
  minutes: number,
): GroupSeries {
  const parts = METRIC_PARTS[metric];
  const final = groupBy(observer, by === null ? [] : [by], scope, surface, to);
  const ticks: number[] = [];
  const values: (number | null)[][] = final.keys.map(() => []);
  const baselines: number[][] = final.keys.map(() => []);
  const perPoint = Math.max(1, Math.round(minutes / BUCKET_MINUTES));
  const firstBucket = Math.ceil(from / BUCKET_MINUTES);
  const lastBucket = Math.floor(to / BUCKET_MINUTES);
  if (parts === undefined)
    return { ticks, keys: final.keys, values, baselines, shares: groupShares(observer, final) };
  const kept = settledPoints(observer, metric, by, scope);
  for (let b = firstBucket; b + perPoint <= lastBucket; b += perPoint) {
    const tick = b * BUCKET_MINUTES;
    ticks.push(tick);
    const id = pointId(metric, surface, tick, minutes);
    let point = kept?.get(id);
    if (point === undefined) {
      const grouping = regroup(observer, by, scope, surface, tick, final.keys);
      point = readPoint(observer, parts, grouping, final.keys.length, tick, minutes);
      const isOver = tick + perPoint * BUCKET_MINUTES <= observer.pair.live.tick;
      if (isOver) kept?.set(id, point);
    }
    for (let g = 0; g < final.keys.length; g++) {
      values[g]!.push(point.values[g]!);
      baselines[g]!.push(point.baselines[g]!);
    }
  }
  return { ticks, keys: final.keys, values, baselines, shares: groupShares(observer, final) };
}

/** The point of `minutes` that begins at `tick`, for each of `count` groups; `beside` and `against`: see `addBucket`. */
export function readPoint(
  observer: Observer,
  [above, below]: NonNullable<(typeof METRIC_PARTS)[MetricId]>,
  groups: Groups,
  count: number,
  tick: number,
  minutes: number,
  beside: number | null = null,
  against: Against = 'expected',
): GroupPoint {
  const buckets = Math.max(1, Math.round(minutes / BUCKET_MINUTES));
  const first = Math.floor(tick / BUCKET_MINUTES);
  const top = zeroSums(count);
  const bottom = zeroSums(count);
  for (let k = 0; k < buckets; k++) {
    const later = beside === null ? null : beside + k * BUCKET_MINUTES;
    addBucket(observer, above, [{ groups, sums: top }], first + k, later, against);
    if (below !== null)
      addBucket(observer, below, [{ groups, sums: bottom }], first + k, later, against);
  }
  const values: (number | null)[] = [];
  const baselines: number[] = [];
  for (let g = 0; g < count; g++) {
    const denominator = below === null ? buckets : bottom.live[g]!;
    const baseDenominator = below === null ? buckets : bottom.base[g]!;
    values.push(
      top.base[g]! > 0 && baseDenominator > 0 && denominator > 0
        ? top.live[g]! / denominator
        : null,
    );
    baselines.push(baseDenominator > 0 ? top.base[g]! / baseDenominator : 0);
  }
  return { values, baselines };
}

/** Groups at an earlier minute, with the keys of the last. */
export function regroup(
  observer: Observer,
  by: Dimension | null,
  scope: Scope,
  surface: Surface | 'all',
  tick: number,
  keys: readonly string[],
): Groups {
  const then = groupBy(observer, by === null ? [] : [by], scope, surface, tick);
  const map = then.keys.map((key) => keys.indexOf(key));
  return then.groups.map((g) => (g < 0 ? -1 : map[g]!));
}
