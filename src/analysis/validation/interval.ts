/** Means over seeds with their intervals. */

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

/** 97.5 % quantile of Student's t, by Fisher's expansion about the normal; good to three digits from four degrees on. */
export function studentQuantile(freedom: number): number {
  const z3 = Z * Z * Z;
  const z5 = z3 * Z * Z;
  const z7 = z5 * Z * Z;
  return (
    Z +
    (z3 + Z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom * freedom) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom * freedom * freedom)
  );
}

/** Mean of values of independent seeds with its 95 % interval. Of one value alone the interval is without bounds. */
export function intervalOf(values: readonly number[]): Interval {
  const n = values.length;
  let mean = 0;
  for (const v of values) mean += v / n;
  if (n < 2) return { mean, low: -Infinity, high: Infinity };
  let squares = 0;
  for (const v of values) squares += (v - mean) * (v - mean);
  const half = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half };
}
