/** The user-embedding source: ideas near a person's embedding, from the cells nearest to it. */
import type { World } from '../../world.ts';
import { CELL_COUNT } from '../index.ts';
import { G_INTEREST } from './add.ts';
import { nearestIn } from './nearest.ts';
import { setForeign } from './skew.ts';

/** Cells it searches. Their scores are jittered, so that a person's neighbourhood rotates from visit to visit. */
const PROBES = 8;
/** Fewest candidates worth searching a cell for: a small quota comes from fewer cells. */
const LEAST = 3;

export function fromInterest(world: World, region: number, quota: number): void {
  const { scratch } = world;
  const { kernel, userEmbedding, userAt, probe, seed } = scratch;
  // A visit's further requests have the same embedding before them: the cells need not be scored again.
  if (scratch.centroidPerson !== scratch.loadedPerson) {
    const index = scratch.residents.index(world.index);
    kernel.centroids(index);
    scratch.rowsScored += CELL_COUNT;
    scratch.centroidPerson = scratch.loadedPerson;
    const agreement = scratch.effects.agreement[G_INTEREST]!;
    if (agreement < 1) {
      setForeign(userEmbedding, scratch.foreign);
      kernel.mixForeign(index, agreement);
    }
  }
  kernel.probes(seed, PROBES);
  const each = Math.max(LEAST, Math.ceil(quota / PROBES));
  let left = quota;
  for (let p = 0; p < PROBES && left > 0; p++)
    left -= nearestIn(
      world,
      region,
      probe[p]!,
      userAt,
      userEmbedding,
      Math.min(each, left),
      G_INTEREST,
      false,
    );
}
