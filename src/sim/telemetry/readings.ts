/** A metric read off for groups of people: over a window (a reading) or bucket by bucket (a series). */
import type { MetricId } from '../metrics.ts';
import { SURFACE_COUNT } from '../presets.ts';
import { SURFACES, type Dimension, type Scope, type Surface } from '../segments.ts';
import { BUCKET_MINUTES } from './noise.ts';
import { labelsAt, membership, type Observer } from './observer.ts';
import { windowError } from './errors.ts';
import { METRIC_PARTS } from './quantities.ts';
import { addBucket, type Groups, type GroupSums } from './sums.ts';

export interface GroupReading {
  readonly key: string;
  readonly value: number;
  readonly baseline: number;
  /** Per cent against the baseline. */
  readonly deviation: number;
  /** Standard error of the deviation, percentage points. */
  readonly error: number;
  /** Share of all sessions at the baseline. */
  readonly share: number;
}

export interface Grouping {
  readonly groups: Groups;
  readonly keys: readonly string[];
}

/** Joins keys of two dimensions. */
export const KEY_SEPARATOR = ' · ';

/** Groups member × surface items of a scope by at most two dimensions at a minute; keys in order of first appearance. */
export function groupBy(
  observer: Observer,
  by: readonly Dimension[],
  scope: Scope,
  surface: Surface | 'all',
  tick: number,
): Grouping {
  const inside = membership(observer, scope, tick);
  const n = inside.length / SURFACE_COUNT;
  const groups = new Int16Array(inside.length).fill(-1);
  const keys: string[] = [];
  const index = new Map<string, number>();
  const columns = by.map((dimension) =>
    dimension === 'surface' ? null : labelsAt(observer, dimension, tick),
  );
  for (let m = 0; m < n; m++) {
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const at = m * SURFACE_COUNT + s;
      if (inside[at] === 0) continue;
      const name = SURFACES[s]!;
      if (surface !== 'all' && surface !== name) continue;
      let key = '';
      for (let k = 0; k < columns.length; k++) {
        const column = columns[k] ?? null;
        key += (k === 0 ? '' : KEY_SEPARATOR) + (column === null ? name : column[m]!);
      }
      let g = index.get(key);
      if (g === undefined) {
        g = keys.length;
        index.set(key, g);
        keys.push(key);
      }
      groups[at] = g;
    }
  }
  return { groups, keys };
}

/** Session share of each group. */
export function groupShares(observer: Observer, grouping: Grouping): Float64Array {
  const shares = new Float64Array(grouping.keys.length);
  const { share } = observer.pair.panel;
  for (let m = 0; m < share.length; m++) {
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const g = grouping.groups[m * SURFACE_COUNT + s]!;
      if (g >= 0 && !counted(grouping.groups, m, s, g)) shares[g] = shares[g]! + share[m]!;
    }
  }
  return shares;
}

/** Is a member in the group on an earlier surface too? Then their sessions are counted there. */
function counted(groups: Groups, m: number, surface: number, group: number): boolean {
  for (let s = 0; s < surface; s++) if (groups[m * SURFACE_COUNT + s] === group) return true;
  return false;
}

function zeroSums(count: number): GroupSums {
  return {
    live: new Float64Array(count),
    base: new Float64Array(count),
    square: new Float64Array(count),
  };
}

/**
 * Readings over the `hours` before `tick` (whole half hours, at least one). Empty for metrics that cannot be cut.
 */
export function readGroups(
  observer: Observer,
  metric: MetricId,
  grouping: Grouping,
  tick: number,
  hours: number,
): GroupReading[] {
  const parts = METRIC_PARTS[metric];
  if (parts === undefined) return [];
  const count = grouping.keys.length;
  const top = zeroSums(count);
  const bottom = zeroSums(count);
  const buckets = Math.max(1, Math.round((hours * 60) / BUCKET_MINUTES));
  const last = Math.floor((tick - 1) / BUCKET_MINUTES);
  for (let b = last - buckets + 1; b <= last; b++) {
    addBucket(observer, parts[0], grouping.groups, b, top);
    if (parts[1] !== null) addBucket(observer, parts[1], grouping.groups, b, bottom);
  }
  const shares = groupShares(observer, grouping);
  return grouping.keys.map((key, g) => {
    const value = parts[1] === null ? top.live[g]! / buckets : top.live[g]! / bottom.live[g]!;
    const baseline = parts[1] === null ? top.base[g]! / buckets : top.base[g]! / bottom.base[g]!;
    const deviation = baseline === 0 ? 0 : 100 * (value / baseline - 1);
    return {
      key,
      value,
      baseline,
      deviation,
      error: windowError(metric, top, bottom, g, buckets),
      share: shares[g]!,
    };
  });
}

/** One reading for a whole scope; null where nobody is in it or the metric cannot be cut. */
export function readScope(
  observer: Observer,
  metric: MetricId,
  scope: Scope,
  surface: Surface | 'all',
  tick: number,
  hours: number,
): GroupReading | null {
  return (
    readGroups(observer, metric, groupBy(observer, [], scope, surface, tick), tick, hours)[0] ??
    null
  );
}

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
  for (let b = firstBucket; b + perPoint <= lastBucket; b += perPoint) {
    const tick = b * BUCKET_MINUTES;
    ticks.push(tick);
    const grouping = regroup(observer, by, scope, surface, tick, final.keys);
    const point = readPoint(observer, parts, grouping, final.keys.length, tick, minutes);
    for (let g = 0; g < final.keys.length; g++) {
      values[g]!.push(point.values[g]!);
      baselines[g]!.push(point.baselines[g]!);
    }
  }
  return { ticks, keys: final.keys, values, baselines, shares: groupShares(observer, final) };
}

/** One point of a series for each of `count` groups. Null: nothing was counted. */
export interface GroupPoint {
  readonly values: readonly (number | null)[];
  readonly baselines: readonly number[];
}

/** The point of `minutes` that begins at `tick`; `beside`: see `addBucket`. */
export function readPoint(
  observer: Observer,
  [above, below]: NonNullable<(typeof METRIC_PARTS)[MetricId]>,
  groups: Groups,
  count: number,
  tick: number,
  minutes: number,
  beside: number | null = null,
): GroupPoint {
  const buckets = Math.max(1, Math.round(minutes / BUCKET_MINUTES));
  const first = Math.floor(tick / BUCKET_MINUTES);
  const top = zeroSums(count);
  const bottom = zeroSums(count);
  for (let k = 0; k < buckets; k++) {
    const later = beside === null ? null : beside + k * BUCKET_MINUTES;
    addBucket(observer, above, groups, first + k, top, later);
    if (below !== null) addBucket(observer, below, groups, first + k, bottom, later);
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
