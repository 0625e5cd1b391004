/** The popular-by-locale source, and the back-fill: what others leave unfilled, it fills. */
import type { World } from '../../world.ts';
import { drawPopular } from '../popular.ts';
import { add, G_POPULAR } from './add.ts';
import { drawAt } from './draws.ts';

const TRIES_PER_PLACE = 3;

/** `from`: counter of the first draw, so that back-filling does not repeat the draws of the quota. */
export function fromPopular(world: World, region: number, quota: number, from: number): void {
  let left = quota;
  for (let attempt = 0; attempt < quota * TRIES_PER_PLACE && left > 0; attempt++) {
    const draw = drawAt(world.scratch.seed, G_POPULAR, from + attempt);
    const idea = drawPopular(world.popular, region, draw);
    if (idea < 0) return;
    if (add(world, idea, G_POPULAR)) left--;
  }
}
