/** Differences paired by seed, each asked whether it is above a bound, with all that were asked taken into account. */
import { studentUpper } from '../../determinism/special.ts';
import { intervalOf, type Interval } from './interval.ts';

export interface Difference extends Interval {
  /** Chance of a mean so high where the true one is just the bound; 1 where a single pair says nothing. */
  readonly p: number;
}

/** `differences`: one a seed. One-sided t test of their mean against `bound`, and the two-sided 95 % interval. */
export function aboveBound(differences: readonly number[], bound: number): Difference {
  const n = differences.length;
  const interval = intervalOf(differences);
  if (n < 2) return { ...interval, p: 1 };
  let squares = 0;
  for (const d of differences) squares += (d - interval.mean) * (d - interval.mean);
  const error = Math.sqrt(squares / (n - 1) / n);
  const over = interval.mean - bound;
  if (error === 0) return { ...interval, p: over > 0 ? 0 : 1 };
  return { ...interval, p: studentUpper(over / error, n - 1) };
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
