/** The search source: ideas whose topic is asked for, any look, in the order of how well they match its axis. */
import { EMBED_DIMS, LOOK_COUNT } from '../../presets.ts';
import type { World } from '../../world.ts';
import { G_QUERY } from './add.ts';
import { below, drawAt } from './draws.ts';
import { nearestIn } from './nearest.ts';

/** `topic`: what is asked for. */
export function fromQuery(world: World, region: number, topic: number, quota: number): void {
  const { encoder, scratch } = world;
  // A query names a topic, not a look: the search begins in any of them and widens to all.
  const look = below(drawAt(scratch.seed, G_QUERY, 0), LOOK_COUNT);
  const cell = topic * LOOK_COUNT + look;
  const { query, queryAt } = scratch;
  query.set(encoder.topicAxes.subarray(topic * EMBED_DIMS, (topic + 1) * EMBED_DIMS));
  nearestIn(world, region, cell, queryAt, query, quota, G_QUERY, true);
}
