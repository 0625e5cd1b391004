/** A metric read off for groups of people over a window; bucket by bucket: `series.ts`. */
import type { MetricId } from '../metrics.ts';
import { SURFACE_COUNT } from '../presets.ts';
import { SURFACES, type Dimension, type Scope, type Surface } from '../segments.ts';
import { BUCKET_MINUTES } from './noise.ts';
import { labelsAt, membership, type Observer } from './observer.ts';
import { windowError } from './errors.ts';
import { METRIC_PARTS } from './quantities.ts';
import { addBucket, type Against, type Cut, type Groups, type GroupSums } from './sums.ts';

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

export function zeroSums(count: number): GroupSums {
  return {
    live: new Float64Array(count),
    base: new Float64Array(count),
    square: new Float64Array(count),
  };
}

/**
 * Readings over the `hours` before `tick` (whole half hours, at least one), held against what is expected or a year ago.
 * Empty for metrics that cannot be cut.
 */
export function readGroups(
  observer: Observer,
  metric: MetricId,
  grouping: Grouping,
  tick: number,
  hours: number,
  against: Against = 'expected',
): GroupReading[] {
  return readCuts(observer, metric, [grouping], tick, hours, against)[0]!;
}

/** `readGroups` of several groupings in one go, in their order. */
export function readCuts(
  observer: Observer,
  metric: MetricId,
  groupings: readonly Grouping[],
  tick: number,
  hours: number,
  against: Against = 'expected',
): GroupReading[][] {
  const parts = METRIC_PARTS[metric];
  if (parts === undefined) return groupings.map(() => []);
  const [above, below] = parts;
  const cut = ({ groups, keys }: Grouping): Cut => ({ groups, sums: zeroSums(keys.length) });
  const top = groupings.map(cut);
  const bottom = groupings.map(cut);
  const buckets = Math.max(1, Math.round((hours * 60) / BUCKET_MINUTES));
  const last = Math.floor((tick - 1) / BUCKET_MINUTES);
  for (let b = last - buckets + 1; b <= last; b++) {
    addBucket(observer, above, top, b, null, against);
    if (below !== null) addBucket(observer, below, bottom, b, null, against);
  }
  // Two records have the luck of both.
  const luck = against === 'year ago' ? Math.SQRT2 : 1;
  return groupings.map((grouping, k) => {
    const shares = groupShares(observer, grouping);
    const { sums: over } = top[k]!;
    const { sums: under } = bottom[k]!;
    return grouping.keys.map((key, g): GroupReading => {
      const value = over.live[g]! / (below === null ? buckets : under.live[g]!);
      const baseline = over.base[g]! / (below === null ? buckets : under.base[g]!);
      return {
        key,
        value,
        baseline,
        deviation: baseline === 0 ? 0 : 100 * (value / baseline - 1),
        error: luck * windowError(metric, over, under, g, buckets),
        share: shares[g]!,
      };
    });
  });
}

/** One reading for a whole scope, held against what is expected or a year ago; null where nobody is in it or the metric cannot be cut. */
export function readScope(
  observer: Observer,
  metric: MetricId,
  scope: Scope,
  surface: Surface | 'all',
  tick: number,
  hours: number,
  against: Against = 'expected',
): GroupReading | null {
  return (
    readGroups(
      observer,
      metric,
      groupBy(observer, [], scope, surface, tick),
      tick,
      hours,
      against,
    )[0] ?? null
  );
}
