/**
 * What would be believed after a look, before it is taken: the look read in each hypothesis' worlds with noise as large
 * as that of the reading itself, and weighed as if it had been seen.
 */
import { normal, streamKey } from '../../determinism/random.ts';
import { metricError } from '../../sim/telemetry/errors.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import { NONE_OF_THESE } from './outside.ts';
import { expectedBy, told, type Belief, type Mind } from './posterior.ts';
import type { Reading } from './readings.ts';

/** One query of a look: its place among those foretold, and groups with their errors as they are read. */
export interface Asked {
  readonly at: number;
  readonly query: AtQuery;
  readonly groups: readonly Reading[];
}

export interface SampledBelief {
  /** Chance of the world it was read in; all of them sum to one. */
  readonly chance: number;
  readonly belief: Belief;
}

/**
 * Of worlds of the list: what it would be worth to know that it is none of these is not known. Each world lends its own
 * branch to its hypothesis' signature, so samples are a little too clear.
 */
export function sampledBeliefs(
  mind: Mind,
  foretoldByAll: readonly Foretold[],
  look: readonly Asked[],
): SampledBelief[] {
  const foretold = foretoldByAll.filter(({ hypothesis }) => hypothesis !== NONE_OF_THESE);
  const branches = new Map<string, number>();
  for (const { hypothesis } of foretold)
    branches.set(hypothesis, (branches.get(hypothesis) ?? 0) + 1);
  let mass = 0;
  for (const hypothesis of branches.keys()) mass += mind.belief.get(hypothesis) ?? 0;
  const minds = foretold.map(() => mind);
  for (const { at, query, groups } of look) {
    // What was read before is the same in all of them, so the query is too.
    const expected = expectedBy(minds[0] ?? mind, foretold, at, query, groups);
    const draw = drawOf(at, query, groups, expected.predictive?.known ?? []);
    foretold.forEach((world, w) => {
      minds[w] = told(minds[w]!, expected, draw(world));
    });
  }
  return foretold.map(({ hypothesis }, w): SampledBelief => {
    const chance = (mind.belief.get(hypothesis) ?? 0) / mass / branches.get(hypothesis)!;
    return { chance, belief: minds[w]!.belief };
  });
}

/** The known groups of a query as they would be read in a world, with a draw of noise, per cent. */
function drawOf(
  at: number,
  query: AtQuery,
  groups: readonly Reading[],
  known: readonly Reading[],
): (world: Foretold) => Float64Array {
  const common = metricError(query.metric, Infinity, query.hours);
  const own = known.map(({ error }) => Math.sqrt(Math.max(0, error * error - common * common)));
  const place = known.map((group) => groups.indexOf(group) + 1);
  return ({ hypothesis, seed, deviations }) => {
    const key = streamKey(`${hypothesis}/${seed}`, 'sampled-reading');
    const together = common * normal(key, at, 0);
    return Float64Array.from(
      known,
      (group, k) =>
        deviations[at]!.get(group.key)! + together + own[k]! * normal(key, at, place[k]!),
    );
  };
}
