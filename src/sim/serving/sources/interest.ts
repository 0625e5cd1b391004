/** The user-embedding source: ideas near a person's embedding, from the cells nearest to it. */
import type { World } from '../../world.ts';
import { dotRows } from '../dot.ts';
import { CELL_COUNT } from '../index.ts';
import { offer } from '../topK.ts';
import { G_INTEREST } from './add.ts';
import { jitter } from './draws.ts';
import { nearestIn } from './nearest.ts';
import { foreignQuery } from './skew.ts';

/** Cells it searches. */
const PROBES = 8;
/** Jitter of cell scores, so that a person's neighbourhood rotates from visit to visit. */
const PROBE_JITTER = 0.3;

export function fromInterest(world: World, region: number, quota: number): void {
  const { scratch, index } = world;
  const { userEmbedding, probe, probeScore, centroidDot, seed } = scratch;
  // A visit's further requests have the same embedding before them: the cells need not be scored again.
  if (scratch.centroidPerson !== scratch.loadedPerson) {
    dotRows(userEmbedding, 0, index.centroid, 0, CELL_COUNT, centroidDot);
    scratch.rowsScored += CELL_COUNT;
    scratch.centroidPerson = scratch.loadedPerson;
    mixForeign(world);
  }
  let n = 0;
  for (let c = 0; c < CELL_COUNT; c++) {
    const score = centroidDot[c]! + PROBE_JITTER * jitter(seed, c);
    n = offer(probe, probeScore, n, PROBES, c, score);
  }
  const each = Math.ceil(quota / PROBES);
  let left = quota;
  for (let p = 0; p < n && left > 0; p++)
    left -= nearestIn(
      world,
      region,
      probe[p]!,
      userEmbedding,
      0,
      Math.min(each, left),
      G_INTEREST,
      false,
    );
}

/** Centroids are means over ideas of both versions: the part of the other version scores as it would. */
function mixForeign(world: World): void {
  const { scratch, index } = world;
  const agreement = scratch.effects.agreement[G_INTEREST]!;
  if (agreement >= 1) return;
  const { centroidDot, rowDot } = scratch;
  dotRows(foreignQuery(scratch.userEmbedding, 0), 0, index.centroid, 0, CELL_COUNT, rowDot);
  for (let c = 0; c < CELL_COUNT; c++)
    centroidDot[c] = agreement * centroidDot[c]! + (1 - agreement) * rowDot[c]!;
}
