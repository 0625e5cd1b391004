/** Belief over an incident's hypotheses, look by look. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { exp } from '../../determinism/math.ts';
import { logLikelihoods } from './likelihood.ts';
import { NO_MISFIT, trustIn, withReadings, type Misfit } from './misfit.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import type { Reading } from './readings.ts';

/** A belief: probabilities by hypothesis, in the order of the scenario; they sum to 1. */
export type Belief = ReadonlyMap<string, number>;

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

/** Evidence is kept beside the belief: how much all of it is trusted depends on how well the whole was foretold. */
export interface Mind {
  readonly belief: Belief;
  /** What was believed before the evidence. */
  readonly prior: Belief;
  /** By hypothesis, log likelihoods summed over looks. */
  readonly evidence: ReadonlyMap<string, number>;
  readonly misfit: Misfit;
  readonly past: readonly Past[];
}

export function mindOf(prior: Belief): Mind {
  return { belief: prior, prior, evidence: new Map(), misfit: NO_MISFIT, past: [] };
}

/**
 * The same mind before worlds of another kind, of which not every hypothesis may be lived through: what is believed is what
 * new evidence comes to.
 */
export function goingOn(mind: Mind): Mind {
  return { ...mind, prior: mind.belief, evidence: new Map() };
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
  const evidence = new Map(mind.evidence);
  for (const [id, l] of likelihoods.of)
    evidence.set(id, (evidence.get(id) ?? 0) + total * l.total + groups * (l.groups - l.total));
  const distance = new Map([...likelihoods.of].map(([id, l]) => [id, l.distance]));
  const misfit = withReadings(mind.misfit, distance, likelihoods.groups, groups);
  const trust = naive ? 1 : trustIn(misfit);
  const weighed = new Map([...evidence].map(([id, l]) => [id, trust * l]));
  return { ...mind, belief: reweighed(mind.prior, weighed), evidence, misfit, past };
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
