/** Belief over an incident's hypotheses, look by look. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { exp } from '../../determinism/math.ts';
import { logLikelihoods } from './likelihood.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import type { Reading } from './readings.ts';

/** A belief: probabilities by hypothesis, in the order of the scenario; they sum to 1. */
export type Belief = ReadonlyMap<string, number>;

/**
 * Readings are weighed less than they would be if nothing but what is modelled could differ. Found once, on seeds that no
 * signature uses, for all incidents.
 */
const TEMPER = 0.7;
/** Another cut of a metric read just before shares its noise. */
const SAME_NOISE = 0.5;

export function priorOf(scenario: CompiledScenario): Belief {
  const total = scenario.hypotheses.reduce((sum, h) => sum + h.prior, 0);
  return new Map(scenario.hypotheses.map((h) => [h.id, h.prior / total]));
}

interface Past {
  readonly query: string;
  readonly metric: string;
  readonly tick: number;
}

export interface Mind {
  readonly belief: Belief;
  readonly past: readonly Past[];
}

/**
 * What may be believed after the `at`-th query was read. Unchanged where it tells nothing that anybody foretold. `naive`: by
 * independent readings at full weight, for comparison.
 */
export function updated(
  mind: Mind,
  foretold: readonly Foretold[],
  at: number,
  query: AtQuery,
  seen: readonly Reading[],
  naive = false,
): Mind {
  const likelihoods = logLikelihoods(foretold, at, query, seen, naive);
  const { tick, ...plain } = query;
  const name = JSON.stringify(plain);
  const past = [...mind.past, { query: name, metric: query.metric, tick }];
  if (likelihoods === null) return { ...mind, past };
  const weight = naive ? 1 : TEMPER * newness(mind.past, name, query);
  return { belief: reweighed(mind.belief, likelihoods, weight), past };
}

/** Share of a reading that was not in an earlier one. */
function newness(past: readonly Past[], name: string, query: AtQuery): number {
  let left = 1;
  for (const before of past) {
    if (before.metric !== query.metric) continue;
    const overlap = Math.max(0, 1 - (query.tick - before.tick) / (60 * query.hours));
    left = Math.min(left, 1 - overlap * (before.query === name ? 1 : SAME_NOISE));
  }
  return left;
}

/**
 * Bayes' rule. Hypotheses that nobody can run keep their share of belief: for them a reading is as likely as the others
 * together let one expect.
 */
function reweighed(
  belief: Belief,
  likelihoods: ReadonlyMap<string, number>,
  weight: number,
): Belief {
  const most = Math.max(...likelihoods.values());
  let mass = 0;
  let sum = 0;
  const factor = new Map<string, number>();
  for (const [id, p] of belief) {
    const l = likelihoods.get(id);
    if (l === undefined) continue;
    const f = exp(weight * (l - most));
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
