/** Differences paired by seed, each asked whether it is above a bound, with all that were asked taken into account. */
import { studentUpper } from '../../determinism/special.ts';
import { intervalOf, studentQuantile, type Interval } from './interval.ts';

export interface Difference extends Interval {
  /** Chance of a mean so high where the true one is just the bound; 1 where a single pair says nothing. */
  readonly p: number;
}

/** `differences`: one a seed. One-sided t test of their mean against `bound`, and the two-sided 95 % interval. */
export function aboveBound(differences: readonly number[], bound: number): Difference {
  return aboveBoundEach([differences], bound)[0]!;
}

/**
 * The same for each of several groups of differences, with one spread for all of them, pooled within groups as in a one-way
 * analysis of variance (Fisher, Statistical Methods for Research Workers, 1925): where there are few of each.
 */
export function aboveBoundEach(
  groups: readonly (readonly number[])[],
  bound: number,
): Difference[] {
  const means = groups.map((group) => intervalOf(group).mean);
  let squares = 0;
  let freedom = 0;
  for (const [g, group] of groups.entries()) {
    for (const d of group) squares += (d - means[g]!) * (d - means[g]!);
    freedom += Math.max(0, group.length - 1);
  }
  return groups.map((group, g): Difference => {
    const mean = means[g]!;
    if (freedom === 0 || group.length === 0) return { mean, low: -Infinity, high: Infinity, p: 1 };
    const error = Math.sqrt(squares / freedom / group.length);
    const half = studentQuantile(freedom) * error;
    const over = mean - bound;
    const p = error > 0 ? studentUpper(over / error, freedom) : Number(over <= 0);
    return { mean, low: mean - half, high: mean + half, p };
  });
}

/**
 * Chances adjusted for their number, in the order given (S. Holm, A simple sequentially rejective multiple test procedure,
 * 1979): with all below a level rejected, the chance of a single wrong rejection among them is at most that level.
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  const adjusted = chances.map(() => 1);
  let least = 0;
  order.forEach(({ p, at }, rank) => {
    least = Math.max(least, Math.min(1, (order.length - rank) * p));
    adjusted[at] = least;
  });
  return adjusted;
}
