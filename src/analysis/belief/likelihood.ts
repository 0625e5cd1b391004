/** How well each explanation foretold what a query read. */
import { normalDensity } from './gaussian.ts';
import type { Predictive } from './predictive.ts';

/** Log likelihood of a reading under a hypothesis. */
export interface LogLikelihood {
  /** Of all its groups together. */
  readonly groups: number;
  /** Of what they come to when taken together, which any other cut of the same tells again. */
  readonly total: number;
  /** How far off all its groups are, in squared standard errors: about one a group where it is so. */
  readonly distance: number;
}

export interface Likelihoods {
  readonly of: ReadonlyMap<string, LogLikelihood>;
  /** Of faults from outside the list, by seed. */
  readonly outside: ReadonlyMap<string, LogLikelihood>;
}

/** `deviations`: of the known groups, in their order, per cent. */
export function logLikelihoods(
  { parts, foreseen }: Predictive,
  deviations: ArrayLike<number>,
): Likelihoods {
  const n = parts.length;
  const of = new Map<string, LogLikelihood>();
  const outside = new Map<string, LogLikelihood>();
  const apart = new Float64Array(n);
  for (const { explanation, isOutside, mean, groups, total } of foreseen) {
    let off = 0;
    for (let i = 0; i < n; i++) {
      apart[i] = deviations[i]! - mean[i]!;
      off += parts[i]! * apart[i]!;
    }
    const { log, distance } = normalDensity(apart, groups);
    (isOutside ? outside : of).set(explanation, {
      groups: log,
      total: normalDensity([off], total).log,
      distance,
    });
  }
  return { of, outside };
}
