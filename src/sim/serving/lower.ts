/** The lower rungs of the ladder: the light ranker's trees, and what is popular in a place, unranked. */
import { hash32 } from '../../determinism/random.ts';
import { HEAD_COUNT, SAVE, SEARCH } from '../presets.ts';
import type { World } from '../world.ts';
import { look } from './look.ts';
import { fromPopular } from './sources/popular.ts';
import { fromQuery } from './sources/query.ts';
import { shardOf } from './sources/add.ts';
import { probabilityOf, scoreTrees, TREE_FEATURE_COUNT } from './trees.ts';

/** Minutes the cache of popular ideas is kept. */
const POPULAR_MINUTES = 60;
/** Popular ideas kept per place, and for a query. */
const POPULAR_KEPT = 40;
/** Stated where nothing was scored: the rate of saves at large. */
const UNSCORED = 0.02;

const x = new Float64Array(TREE_FEATURE_COUNT);

/** Scores the candidates with the trees. Heads other than the save head are not scored. */
export function rankLight(world: World, person: number): void {
  const { scratch, counters } = world;
  look(world, person);
  const { effects } = scratch;
  for (let c = 0; c < scratch.candidates; c++) {
    const idea = scratch.candidate[c]!;
    const topic = scratch.candidateTopic[c]!;
    const lost = shardOf(idea) === effects.defaultShard;
    x[0] = lost ? 0 : scratch.candidateDot[c]!;
    x[1] = scratch.topicShare[topic]!;
    x[2] = scratch.seenTopic[topic]!;
    x[3] = lost ? 0 : counters.logRate[idea]!;
    x[4] = lost ? 0 : counters.freshness[idea]!;
    x[5] = lost ? 0 : counters.logExposure[idea]!;
    state(world, c, probabilityOf(scoreTrees(world.light, x, 0)));
  }
  effects.features = false;
}

/** Fills the candidates with what is popular in the person's place, the same for everybody there, or under the query. */
export function gatherPopular(
  world: World,
  person: number,
  surface: number,
  topic: number,
  tick: number,
): void {
  const { scratch } = world;
  const region = world.people.region[person]!;
  const hour = Math.floor(tick / POPULAR_MINUTES);
  scratch.candidates = 0;
  // A cache for everybody knows nothing of what this person saw.
  scratch.stamp++;
  scratch.seed = hash32(world.keys.serving, region, hour, 500) | 0;
  if (surface === SEARCH && topic >= 0) fromQuery(world, region, topic, POPULAR_KEPT);
  else fromPopular(world, region, POPULAR_KEPT, 0);
}

/** Leaves the candidates in their order. */
export function rankNone(world: World, person: number): void {
  look(world, person);
  const { scratch } = world;
  for (let c = 0; c < scratch.candidates; c++) state(world, c, UNSCORED);
  scratch.effects.features = false;
}

function state(world: World, c: number, save: number): void {
  const { candidateStated, candidateUtility } = world.scratch;
  for (let h = 0; h < HEAD_COUNT; h++) candidateStated[c * HEAD_COUNT + h] = h === SAVE ? save : 0;
  candidateUtility[c] = save;
}
