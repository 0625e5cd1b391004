/** What people search for: topics in proportion to interest and to what the season brings. */
import { uniform } from '../../determinism/random.ts';
import { TOPIC_COUNT } from '../presets.ts';
import { seasonOf } from '../season.ts';
import type { World } from '../world.ts';

/** Share of searches that name nothing in the catalogue. Design value of the catalogue (A2): 2.1 % without results. */
const UNKNOWN = 0.021;

/** A topic; −1: nothing that is in the catalogue. */
export function searchedTopic(world: World, person: number, salt: number, tick: number): number {
  const { people } = world;
  if (uniform(world.keys.response, salt, 96) < UNKNOWN) return -1;
  const base = person * TOPIC_COUNT;
  const season = seasonOf(world, people.region[person]!, tick);
  let sum = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) sum += people.interest[base + t]! * season[t]!;
  let at = uniform(world.keys.response, salt, 97) * sum;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    at -= people.interest[base + t]! * season[t]!;
    if (at < 0) return t;
  }
  return TOPIC_COUNT - 1;
}
