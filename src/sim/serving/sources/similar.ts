/** The likeness source: neighbours in topic and look of recent saves (home) or of the opened idea (related). */
import { EMBED_DIMS } from '../../presets.ts';
import type { World } from '../../world.ts';
import { cellOf } from '../index.ts';
import { add, G_SIMILAR } from './add.ts';
import { below, drawAt } from './draws.ts';
import { nearestIn } from './nearest.ts';
import { recentSave } from './recent.ts';

/** Recent saves that start a search. */
const SEEDS = 3;

export function fromSimilar(
  world: World,
  person: number,
  region: number,
  seedIdea: number,
  quota: number,
): void {
  const { ideas, index, scratch } = world;
  if (seedIdea >= 0) {
    const at = seedIdea * EMBED_DIMS;
    const { query, queryAt } = scratch;
    query.set(ideas.embedding.subarray(at, at + EMBED_DIMS));
    nearestIn(world, region, cellOf(ideas, seedIdea), queryAt, query, quota, G_SIMILAR, true);
    return;
  }
  const each = Math.ceil(quota / SEEDS);
  for (let s = 0; s < SEEDS; s++) {
    const idea = recentSave(world, person, drawAt(scratch.seed, G_SIMILAR, 1000 + s));
    if (idea < 0) return;
    const cell = cellOf(ideas, idea);
    const first = index.start[cell]!;
    const size = index.start[cell + 1]! - first;
    if (size === 0) continue;
    let left = each;
    for (let attempt = 0; attempt < each * 2 && left > 0; attempt++) {
      const draw = drawAt(scratch.seed, G_SIMILAR, s * 64 + attempt);
      if (add(world, index.members[first + below(draw, size)]!, G_SIMILAR)) left--;
    }
  }
}
