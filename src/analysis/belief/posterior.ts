/** Belief over an incident's hypotheses, look by look. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { exp } from '../../determinism/math.ts';
import { logLikelihoods, type LogLikelihood } from './likelihood.ts';
import { NO_MISFIT, trustIn, withReadings, type Misfit } from './misfit.ts';
import { ALL_NEW, newnessOf, pastOf, type Newness, type Past } from './newness.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import { NONE_OF_THESE } from './outside.ts';
import type { Reading } from './readings.ts';
import { predictiveOf, type Predictive } from './predictive.ts';

/**
 * A belief: probabilities by hypothesis of the incident's list, in its order, were one of them so; they sum to 1. That none of
 * them is so has a probability beside them, see `Mind.none`.
 */
export type Belief = ReadonlyMap<string, number>;

export function priorOf(scenario: CompiledScenario): Belief {
  const total = scenario.hypotheses.reduce((sum, h) => sum + h.prior, 0);
  return new Map(scenario.hypotheses.map((h) => [h.id, h.prior / total]));
}

/** Before anything was read: one incident in twenty is none of what its author thought of. Design value. */
export const NONE_PRIOR = 0.05;

/** Belief over the list and, under NONE_OF_THESE, that it is in none of it. */
export function withNone(belief: Belief, none: number): Belief {
  const all = [...belief].map(([id, p]): [string, number] => [id, p * (1 - none)]);
  return new Map([...all, [NONE_OF_THESE, none]]);
}

/** Evidence is kept beside the belief: how much all of it is trusted depends on how well the whole was foretold. */
export interface Mind {
  readonly belief: Belief;
  /** What was believed before the evidence. */
  readonly prior: Belief;
  /** By hypothesis, log likelihoods summed over looks. */
  readonly evidence: ReadonlyMap<string, number>;
  readonly misfit: Misfit;
  readonly past: readonly Past[];
  /**
   * Probability that it is none of these, and what it was before the evidence; by fault drawn from outside the list, log
   * likelihoods summed over looks.
   */
  readonly none: number;
  readonly nonePrior: number;
  readonly outside: ReadonlyMap<string, number>;
  /** As `misfit`, of all explanations: it may be one from outside that fits. */
  readonly misfitOfAll: Misfit;
}

export function mindOf(prior: Belief): Mind {
  return {
    belief: prior,
    prior,
    evidence: new Map(),
    misfit: NO_MISFIT,
    past: [],
    none: NONE_PRIOR,
    nonePrior: NONE_PRIOR,
    outside: new Map(),
    misfitOfAll: NO_MISFIT,
  };
}

/**
 * The same mind before worlds of another kind, of which not every hypothesis may be lived through: what is believed is what
 * new evidence comes to.
 */
export function goingOn(mind: Mind): Mind {
  return {
    ...mind,
    prior: mind.belief,
    evidence: new Map(),
    nonePrior: mind.none,
    outside: new Map(),
  };
}

/** A query that is about to be read by a mind that has read others: all of it that does not hang on what it will read. */
export interface Expected {
  readonly past: readonly Past[];
  readonly newness: Newness;
  /** Null: it tells nothing that anybody foretold. */
  readonly predictive: Predictive | null;
  readonly naive: boolean;
}

/**
 * The `at`-th query, with the groups it reads. `naive`: by independent readings at full weight, for comparison.
 */
export function expectedBy(
  mind: Mind,
  foretold: readonly Foretold[],
  at: number,
  query: AtQuery,
  groups: readonly Reading[],
  naive = false,
): Expected {
  const read = pastOf(query);
  return {
    past: [...mind.past, read],
    newness: naive ? ALL_NEW : newnessOf(mind.past, read, query.hours),
    predictive: predictiveOf(foretold, at, query, groups, naive),
    naive,
  };
}

/** What may be believed after a query was read. Unchanged where it tells nothing that anybody foretold. */
export function updated(
  mind: Mind,
  foretold: readonly Foretold[],
  at: number,
  query: AtQuery,
  seen: readonly Reading[],
  naive = false,
): Mind {
  const expected = expectedBy(mind, foretold, at, query, seen, naive);
  return told(mind, expected, expected.predictive?.known.map((r) => r.deviation) ?? []);
}

/** After `expected` was read; `deviations`: of the groups that were foretold, in their order, per cent. */
export function told(mind: Mind, expected: Expected, deviations: ArrayLike<number>): Mind {
  const { past, newness, predictive, naive } = expected;
  if (predictive === null) return { ...mind, past };
  const likelihoods = logLikelihoods(predictive, deviations);
  const added = (
    before: ReadonlyMap<string, number>,
    of: ReadonlyMap<string, LogLikelihood>,
  ): Map<string, number> => {
    const sums = new Map(before);
    for (const [id, l] of of)
      sums.set(
        id,
        (sums.get(id) ?? 0) + newness.total * l.total + newness.groups * (l.groups - l.total),
      );
    return sums;
  };
  const evidence = added(mind.evidence, likelihoods.of);
  const outside = added(mind.outside, likelihoods.outside);
  const n = predictive.known.length;
  const misfit = withReadings(mind.misfit, [likelihoods.of], n, newness.groups);
  const trust = naive ? 1 : trustIn(misfit);
  const weighed = new Map([...evidence].map(([id, l]) => [id, trust * l]));
  const misfitOfAll = withReadings(
    mind.misfitOfAll,
    [likelihoods.of, likelihoods.outside],
    n,
    newness.groups,
  );
  const trustInAll = naive ? 1 : trustIn(misfitOfAll);
  return {
    ...mind,
    belief: reweighed(mind.prior, weighed),
    evidence,
    misfit,
    past,
    none: noneAfter(mind, evidence, outside, trustInAll),
    outside,
    misfitOfAll,
  };
}

/**
 * Bayes' rule between the list and the mixture of what is outside it, all of which is as likely as one another. `listed`,
 * `outside`: logarithms; `trust`: what they are to be multiplied by.
 */
function noneAfter(
  { prior, nonePrior }: Mind,
  listed: ReadonlyMap<string, number>,
  outside: ReadonlyMap<string, number>,
  trust: number,
): number {
  if (outside.size === 0) return nonePrior;
  const most = Math.max(...listed.values(), ...outside.values());
  const weightOf = (l: number): number => exp(trust * (l - most));
  let mass = 0;
  let sum = 0;
  for (const [id, l] of listed) {
    const p = prior.get(id) ?? 0;
    mass += p;
    sum += p * weightOf(l);
  }
  let all = 0;
  for (const l of outside.values()) all += weightOf(l);
  const none = nonePrior * (all / outside.size);
  return none / (none + (1 - nonePrior) * (sum / mass));
}

/**
 * Bayes' rule; `likelihoods`: logarithms, as they are to be weighed. Hypotheses that nobody can run keep their share of
 * belief: for them a reading is as likely as the others together let one expect.
 */
function reweighed(belief: Belief, likelihoods: ReadonlyMap<string, number>): Belief {
  const most = Math.max(...likelihoods.values());
  let mass = 0;
  let sum = 0;
  const factor = new Map<string, number>();
  for (const [id, p] of belief) {
    const l = likelihoods.get(id);
    if (l === undefined) continue;
    const f = exp(l - most);
    factor.set(id, f);
    mass += p;
    sum += p * f;
  }
  return new Map(
    [...belief].map(([id, p]) => {
      const f = factor.get(id);
      return [id, f === undefined || sum === 0 ? p : (p * f * mass) / sum];
    }),
  );
}
