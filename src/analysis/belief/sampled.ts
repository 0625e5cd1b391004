/**
 * What would be believed after a look, before it is taken: the look read in each hypothesis' worlds with noise as large
 * as that of the reading itself, and weighed as if it had been seen.
 */
import { normal, streamKey } from '../../determinism/random.ts';
import { metricError } from '../../sim/telemetry/errors.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import { NONE_OF_THESE } from './outside.ts';
import { updated, type Belief, type Mind } from './posterior.ts';
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
  return foretold.map((world): SampledBelief => {
    const { hypothesis } = world;
    let after = mind;
    for (const asked of look)
      after = updated(after, foretold, asked.at, asked.query, readIn(world, asked));
    const chance = (mind.belief.get(hypothesis) ?? 0) / mass / branches.get(hypothesis)!;
    return { chance, belief: after.belief };
  });
}

/** The groups of a query as they would be read in a world, with a draw of noise. */
function readIn(
  { hypothesis, seed, deviations }: Foretold,
  { at, query, groups }: Asked,
): Reading[] {
  const key = streamKey(`${hypothesis}/${seed}`, 'sampled-reading');
  const common = metricError(query.metric, Infinity, query.hours);
  const together = common * normal(key, at, 0);
  return groups.flatMap(({ key: group, error }, k) => {
    const deviation = deviations[at]!.get(group);
    if (deviation === undefined) return [];
    const own = Math.sqrt(Math.max(0, error * error - common * common));
    return [{ key: group, error, deviation: deviation + together + own * normal(key, at, k + 1) }];
  });
}
