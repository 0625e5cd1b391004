/** A gauge's line, and how its last point is held against what it was. */

/** What a gauge is read over: buckets of `minutes`, the last of which may still be filling. */
export interface GaugeSpan {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

export interface GaugeLine {
  readonly key: string;
  /** Null: nothing was counted. */
  readonly values: readonly (number | null)[];
  readonly baseline: readonly number[];
  /** Of the last point against its baseline, per cent, with its standard error; null where there is no baseline. */
  readonly deviation: number | null;
  readonly error: number | null;
}

export interface GaugeSeries {
  readonly ticks: readonly number[];
  readonly lines: readonly GaugeLine[];
}

export const NO_SERIES: GaugeSeries = { ticks: [], lines: [] };

/** Least error of a reading, per cent: nothing is known better than that. */
const LEAST_ERROR = 0.3;

/** A line read off its last point that was counted. `error`: relative, per cent, of one point against its baseline. */
export function lineOf(
  key: string,
  values: readonly (number | null)[],
  baseline: readonly number[],
  error: (index: number) => number,
): GaugeLine {
  const last = values.findLastIndex((value) => value !== null);
  const usual = baseline[last] ?? 0;
  if (last < 0 || usual === 0) return { key, values, baseline, deviation: null, error: null };
  return {
    key,
    values,
    baseline,
    deviation: 100 * (values[last]! / usual - 1),
    error: Math.max(LEAST_ERROR, error(last)),
  };
}

/** Sample standard deviation of numbers around their mean; 0 for fewer than two. */
export function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0);
  return Math.sqrt(squares / (values.length - 1));
}
