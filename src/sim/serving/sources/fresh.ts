/** The fresh source: ideas of the last week, each as likely as the next. Exploration draws on it. */
import type { World } from '../../world.ts';
import { add, G_FRESH } from './add.ts';
import { below, drawAt } from './draws.ts';

const TRIES_PER_PLACE = 3;

export function fromFresh(world: World, quota: number): void {
  const { fresh } = world.index;
  if (fresh.length === 0) return;
  let left = quota;
  for (let attempt = 0; attempt < quota * TRIES_PER_PLACE && left > 0; attempt++) {
    const draw = drawAt(world.scratch.seed, G_FRESH, attempt);
    if (add(world, fresh[below(draw, fresh.length)]!, G_FRESH)) left--;
  }
}
