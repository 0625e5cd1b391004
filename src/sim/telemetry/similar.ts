/**
 * Which other series moved like this one? Every metric by every single cut, and the machines' gauges: each held against
 * the target's own shape. Likeness alone would find noise that happens to agree, so a series has to have moved along that
 * shape by more than its own error allows.
 */
import { gaugeOf, GAUGE_IDS } from '../gauges.ts';
import { cuttableMetrics, type MetricId } from '../metrics.ts';
import { EVERYONE, type Dimension, type Scope } from '../segments.ts';
import { readGauge } from './gauges/read.ts';
import type { Observer } from './observer.ts';
import { metricError } from './errors.ts';
import { readSeries } from './series.ts';

/** Cuts that are searched. */
const CUTS: readonly (Dimension | null)[] = [
  null,
  'surface',
  'region',
  'platform',
  'build',
  'tier',
  'tenure',
  'activity',
  'arm',
  'model',
  'pool',
];

export interface Moved {
  /** A metric's or a gauge's id. */
  readonly id: string;
  readonly by: Dimension | null;
  readonly key: string;
  /** Uncentred correlation of the two series of deviations, −1 … 1. */
  readonly likeness: number;
  /** Mean deviation since the minute, per cent, and its standard error. */
  readonly deviation: number;
  readonly error: number;
  /** How far it moved along the target's shape, in its own errors. */
  readonly distance: number;
}

export interface Search {
  /** Null where the target itself has not moved: then there is no shape to look for. */
  readonly target: { readonly deviation: number; readonly error: number; readonly moved: boolean };
  readonly searched: number;
  readonly found: readonly Moved[];
}

/** Deviations of points, per cent; 0 where there is no baseline or no value. */
function deviations(values: readonly (number | null)[], baseline: readonly number[]): Float64Array {
  return Float64Array.from(values, (value, k) => {
    const usual = baseline[k] ?? 0;
    return value === null || usual === 0 ? 0 : 100 * (value / usual - 1);
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * (b[k] ?? 0);
  return sum;
}

/** Errors by which a shape or a series has to stand out before it is taken for one. */
const CLEAR = 3;

/** `since`: when it began. `from … to`: the window whose shape is compared, in points of `minutes`. */
export function searchSimilar(
  observer: Observer,
  metric: MetricId,
  scope: Scope,
  since: number,
  span: { readonly from: number; readonly to: number; readonly minutes: number },
): Search {
  const { from, to, minutes } = span;
  const hours = minutes / 60;
  const own = readSeries(observer, metric, null, scope, 'all', from, to, minutes);
  const shape = deviations(own.values[0] ?? [], own.baselines[0] ?? []);
  const length = Math.sqrt(dot(shape, shape));
  const first = own.ticks.findIndex((tick) => tick + minutes > since);
  const after = first < 0 ? 0 : own.ticks.length - first;
  const meanSince = (x: Float64Array): number => {
    let sum = 0;
    for (let k = x.length - after; k < x.length; k++) sum += x[k]!;
    return after === 0 ? 0 : sum / after;
  };
  const ownError = metricError(metric, own.shares[0] ?? 0, hours) / Math.sqrt(Math.max(1, after));
  const target = {
    deviation: meanSince(shape),
    error: ownError,
    moved: after > 0 && Math.abs(meanSince(shape)) > CLEAR * ownError,
  };
  if (!target.moved) return { target, searched: 0, found: [] };
  const found: Moved[] = [];
  let searched = 0;
  const hold = (
    id: string,
    by: Dimension | null,
    key: string,
    x: Float64Array,
    error: number,
  ): void => {
    if (x.length !== shape.length || error <= 0) return;
    searched++;
    const along = dot(x, shape);
    const size = Math.sqrt(dot(x, x));
    const distance = along / (length * error);
    if (size === 0 || Math.abs(distance) < CLEAR) return;
    found.push({
      id,
      by,
      key,
      likeness: along / (length * size),
      deviation: meanSince(x),
      error: error / Math.sqrt(after),
      distance,
    });
  };
  for (const id of cuttableMetrics(metric)) {
    for (const by of CUTS) {
      // The target cut by nothing is the target.
      if (id === metric && by === null) continue;
      const series = readSeries(observer, id, by, EVERYONE, 'all', from, to, minutes);
      series.keys.forEach((key, g) =>
        hold(
          id,
          by,
          key,
          deviations(series.values[g] ?? [], series.baselines[g] ?? []),
          metricError(id, series.shares[g] ?? 0, hours),
        ),
      );
    }
  }
  for (const id of GAUGE_IDS) {
    if (gaugeOf(id).board !== 'machines') continue;
    const { lines, ticks } = readGauge(observer, id, null, span);
    const at = new Map(ticks.map((tick, k) => [tick, k]));
    const [line] = lines;
    if (line === undefined) continue;
    const pick = (values: readonly (number | null)[]): (number | null)[] =>
      own.ticks.map((tick) => values[at.get(tick) ?? -1] ?? null);
    hold(
      id,
      null,
      'all',
      deviations(
        pick(line.values),
        pick(line.baseline).map((v) => v ?? 0),
      ),
      line.error ?? 0,
    );
  }
  return {
    target,
    searched,
    found: found.toSorted(
      (a, b) =>
        Math.abs(b.likeness) - Math.abs(a.likeness) || Math.abs(b.distance) - Math.abs(a.distance),
    ),
  };
}
