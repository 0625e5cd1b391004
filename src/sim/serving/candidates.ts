/**
 * Candidate generation: the sources fill one list without repeats, each up to its quota. The list is in the order of
 * the sources, not of merit; only a ranker orders it.
 */
import { subKey } from '../../determinism/random.ts';
import { CANDIDATE_COUNT } from '../presets.ts';
import type { World } from '../world.ts';
import { fromCosave } from './sources/cosave.ts';
import { fromFresh } from './sources/fresh.ts';
import { fromInterest } from './sources/interest.ts';
import { fromPopular } from './sources/popular.ts';
import { fromQuery } from './sources/query.ts';
import type { Quotas } from './sources/quotas.ts';
import { fromSimilar } from './sources/similar.ts';

/** First counter of the back-fill's draws. */
const BACKFILL = 512;

/**
 * Gathers candidates for a person whose features are loaded. `seedIdea`: the opened idea on the related surface, −1
 * elsewhere; `topic`: what a search asks for, −1 elsewhere; `salt` identifies the request.
 */
export function gather(
  world: World,
  person: number,
  surface: number,
  seedIdea: number,
  topic: number,
  salt: number,
  quotas: Quotas,
): void {
  const { scratch } = world;
  const region = world.people.region[person]!;
  scratch.candidates = 0;
  scratch.seed = subKey(subKey(world.keys.serving, salt), surface) | 0;
  if (seedIdea >= 0) scratch.mark[seedIdea] = scratch.stamp;
  // Scarce sources first, so that the broad ones fill what is left without repeating them.
  if (quotas.fresh > 0) fromFresh(world, quotas.fresh);
  if (quotas.popular > 0) fromPopular(world, region, quotas.popular, 0);
  if (quotas.cosave > 0) fromCosave(world, person, seedIdea, quotas.cosave);
  if (quotas.similar > 0) fromSimilar(world, person, region, seedIdea, quotas.similar);
  if (quotas.interest > 0) fromInterest(world, region, quotas.interest);
  if (quotas.query > 0 && topic >= 0) fromQuery(world, region, topic, quotas.query);
  // What the sources could not fill comes from what is popular; a search has nothing to fill up with.
  const missing = CANDIDATE_COUNT - scratch.candidates;
  if (missing > 0 && topic < 0 && quotas.popular > 0) fromPopular(world, region, missing, BACKFILL);
}
