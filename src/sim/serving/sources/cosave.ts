/** The co-save source: what others saved next to a person's recent saves, or next to the opened idea. */
import { NO_IDEA } from '../../people/people.ts';
import { COSAVES } from '../../presets.ts';
import type { World } from '../../world.ts';
import { add, G_COSAVE } from './add.ts';
import { below, drawAt } from './draws.ts';
import { recentSave } from './recent.ts';

/** Steps of the walk per place to be filled: many neighbours are retired or seen. */
const STEPS_PER_PLACE = 4;

/** A short random walk on the graph: mostly one step from a seed, at times two. */
export function fromCosave(world: World, person: number, seedIdea: number, quota: number): void {
  const { ideas, scratch } = world;
  let left = quota;
  let from = -1;
  for (let k = 0; k < quota * STEPS_PER_PLACE && left > 0; k++) {
    const draw = drawAt(scratch.seed, G_COSAVE, k);
    if (from < 0) from = seedIdea >= 0 ? seedIdea : recentSave(world, person, draw);
    if (from < 0) return;
    const next = ideas.cosave[from * COSAVES + below((draw << 11) >>> 0, COSAVES)]!;
    if (next === NO_IDEA) {
      from = -1;
      continue;
    }
    if (ideas.live[next] === 1 && add(world, next, G_COSAVE)) left--;
    // Every other step goes on from where it arrived.
    from = (draw & 1) === 0 ? next : -1;
  }
}
