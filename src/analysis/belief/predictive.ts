/**
 * What each explanation foretells of the groups of a query: a normal density around the mean of its branches. What may differ
 * is the noise of the readings, some of which all groups share; what branches of one explanation differ by; and what a small
 * world may be off by. What branches differ by is pooled over the explanations and shrunk towards its diagonal (Ledoit and
 * Wolf 2004, with a fixed weight), and each explanation has its own size of it: proportional covariances (Flury 1986), for
 * worlds under a fault that comes and goes differ by more than those in which nothing is wrong.
 */
import { metricError } from '../../sim/telemetry/errors.ts';
import { factorOf, type Factor } from './gaussian.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import { NONE_OF_THESE } from './outside.ts';
import type { Reading } from './readings.ts';

/** Weight of the diagonal in the pooled covariance. */
const SHRINKAGE = 0.4;
/** A hypothesis is taken to differ between worlds as all do on average, on so many degrees of freedom. */
const USUAL_FREEDOM = 4;
/** A small world's effect may be off by so much of itself, and by so many points besides; see VALIDATION.md, agreement. */
const OFF_SHARE = 0.25;
const OFF_POINTS = 0.5;
/** What never happens is read without error, and no reading is exact: its reciprocal has to be a number. */
const LEAST_VARIANCE = 1e-9;

/** What one explanation foretells, whatever is read. */
export interface Foreseen {
  readonly explanation: string;
  readonly isOutside: boolean;
  /** By group, deviation in per cent. */
  readonly mean: readonly number[];
  /** Of the groups' covariance. */
  readonly groups: Factor;
  /** Of the variance of what they come to together. */
  readonly total: Factor;
}

export interface Predictive {
  /** The groups that all branches of the list know, in the order read; of them it takes key and error. */
  readonly known: readonly Reading[];
  /** Part of each group in the whole; they sum to one. */
  readonly parts: readonly number[];
  /** Explanations of the list, and from outside it those that foretell all the groups; these by seed. */
  readonly foreseen: readonly Foreseen[];
}

/**
 * Of the `at`-th query, of which `seen` was read; the explanations are those foretold of. Null where no group of it is known
 * to all branches of the list; who is outside it and does not know them all foretells nothing. `naive`: as if groups erred
 * independently, for comparison.
 */
export function predictiveOf(
  foretold: readonly Foretold[],
  at: number,
  query: AtQuery,
  seen: readonly Reading[],
  naive = false,
): Predictive | null {
  const told = foretold.map(({ hypothesis, seed, deviations }) => ({
    // From outside the list each seed has another fault.
    key: hypothesis === NONE_OF_THESE ? `${hypothesis}/${seed}` : hypothesis,
    isOutside: hypothesis === NONE_OF_THESE,
    deviation: deviations[at]!,
  }));
  const known = seen.filter((r) => told.every((b) => b.isOutside || b.deviation.has(r.key)));
  const n = known.length;
  if (n === 0) return null;
  const rows = new Map<string, (typeof told)[number][]>();
  for (const branch of told.filter((b) => known.every((r) => b.deviation.has(r.key))))
    rows.set(branch.key, [...(rows.get(branch.key) ?? []), branch]);
  const means = new Map<string, { mean: number[]; branches: number; squares: Float64Array }>();
  const spread = new Float64Array(n * n);
  let freedom = 0;
  for (const [key, own] of rows) {
    const values = own.map((b) => known.map((r) => b.deviation.get(r.key)!));
    const mean = known.map((_, i) => values.reduce((sum, v) => sum + v[i]!, 0) / values.length);
    const squares = new Float64Array(n);
    means.set(key, { mean, branches: own.length, squares });
    freedom += own.length - 1;
    for (const v of values)
      for (let i = 0; i < n; i++) {
        const off = v[i]! - mean[i]!;
        squares[i] = squares[i]! + off * off;
        for (let j = 0; j <= i; j++)
          spread[i * n + j] = spread[i * n + j]! + off * (v[j]! - mean[j]!);
      }
  }
  const common = metricError(query.metric, Infinity, query.hours);
  const shared = common * common;
  const together = naive ? 0 : 1 - SHRINKAGE;
  const parts = partsOf(known);
  const foreseen = [...means].map(([explanation, { mean, branches, squares }]): Foreseen => {
    // Of a branch around the mean of the others.
    const perMean = sizeOf(squares, branches - 1, spread, freedom) * (1 + 1 / branches);
    const sigma = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const pooled = freedom === 0 ? 0 : (spread[i * n + j]! / freedom) * perMean;
        sigma[i * n + j] = together * pooled + (naive ? 0 : shared);
      }
      const own = freedom === 0 ? 0 : (spread[i * n + i]! / freedom) * perMean;
      const off = OFF_SHARE * mean[i]!;
      sigma[i * n + i] =
        own +
        Math.max(known[i]!.error * known[i]!.error, shared * 1.01) +
        off * off +
        OFF_POINTS * OFF_POINTS;
    }
    // Before the groups' factor, which overwrites sigma.
    const total = factorOf(Float64Array.of(varianceOfSum(sigma, parts)), 1);
    const { isOutside } = rows.get(explanation)![0]!;
    return { explanation, isOutside, mean, groups: factorOf(sigma, n), total };
  });
  return { known, parts, foreseen };
}

/**
 * What a hypothesis differs by between worlds, as a multiple of what all of them do: the mean ratio of variances over the
 * groups, drawn towards 1. `squares`: its own, summed over its `own` degrees of freedom; `spread`: lower triangle of all
 * hypotheses' squares and products, over `all`.
 */
function sizeOf(squares: Float64Array, own: number, spread: Float64Array, all: number): number {
  const n = squares.length;
  let sum = 0;
  let varying = 0;
  for (let i = 0; i < n; i++) {
    const usual = all === 0 ? 0 : spread[i * n + i]! / all;
    if (usual <= LEAST_VARIANCE) continue;
    sum += squares[i]! / usual;
    varying++;
  }
  return varying === 0 ? 1 : (USUAL_FREEDOM + sum / varying) / (USUAL_FREEDOM + own);
}

/** Part of each group in the whole, by what it is measured with: a larger group has a smaller error. They sum to one. */
function partsOf(readings: readonly Reading[]): number[] {
  const exact = readings.map(({ error }) => 1 / Math.max(error * error, LEAST_VARIANCE));
  const sum = exact.reduce((a, b) => a + b, 0);
  return exact.map((e) => e / sum);
}

/** Of the weighted sum of a vector with covariance `sigma`, of which the lower triangle is read. */
function varianceOfSum(sigma: Float64Array, parts: readonly number[]): number {
  const n = parts.length;
  let variance = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++)
      variance += (i === j ? 1 : 2) * parts[i]! * parts[j]! * sigma[i * n + j]!;
  return variance;
}
