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
/** What groups differ by in another cut of a metric read just before is the noise of the same people in part. */
const SAME_NOISE = 0.5;

export function priorOf(scenario: CompiledScenario): Belief {
  const total = scenario.hypotheses.reduce((sum, h) => sum + h.prior, 0);
  return new Map(scenario.hypotheses.map((h) => [h.id, h.prior / total]));
}

interface Past {
  readonly query: string;
  readonly metric: string;
  /** Whom and where it was read, however it was cut. */
  readonly whole: string;
  readonly isCut: boolean;
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
  const { metric, scope, surface, by, hours, tick } = query;
  const read: Past = {
    query: JSON.stringify([metric, scope, surface, by, hours]),
    metric,
    whole: JSON.stringify([metric, scope, surface]),
    isCut: by.length > 0,
    tick,
  };
  const past = [...mind.past, read];
  if (likelihoods === null) return { ...mind, past };
  const { total, groups } = naive ? ALL_NEW : newness(mind.past, read, hours);
  const temper = naive ? 1 : TEMPER;
  const weighed = new Map(
    [...likelihoods].map(([id, l]) => [
      id,
      temper * (total * l.total + groups * (l.groups - l.total)),
    ]),
  );
  return { belief: reweighed(mind.belief, weighed), past };
}

interface Newness {
  readonly total: number;
  readonly groups: number;
}

const ALL_NEW: Newness = { total: 1, groups: 1 };

/**
 * Shares of a reading that were not in an earlier one: of what it comes to as a whole, and of what its groups differ by.
 * Another cut of the same says the whole again; read uncut, it has said nothing of groups.
 */
function newness(past: readonly Past[], read: Past, hours: number): Newness {
  let total = 1;
  let groups = 1;
  for (const before of past) {
    if (before.metric !== read.metric) continue;
    const overlap = Math.max(0, 1 - (read.tick - before.tick) / (60 * hours));
    const isSame = before.query === read.query;
    total = Math.min(total, 1 - overlap * (before.whole === read.whole ? 1 : SAME_NOISE));
    if (isSame || before.isCut) groups = Math.min(groups, 1 - overlap * (isSame ? 1 : SAME_NOISE));
  }
  return { total, groups };
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
