/** Which rows a training may read, and with what weight: quarantine, and the debiasing recipes. */
import { inScope } from '../delivery/scope.ts';
import { MINUTES_PER_DAY } from '../clock.ts';
import type { World } from '../world.ts';
import { FLAG_BOT, FLAG_RANDOM, type RowChunk } from './rows.ts';

export type Weigher = (chunk: RowChunk, row: number) => number;

/** 1 for rows in good standing, 0 for quarantined ones. */
export function plainWeigher(world: World): Weigher {
  const { quarantines, spamRule } = world.control;
  if (quarantines.length === 0 && spamRule === null) return () => 1;
  return (chunk, row) => {
    if (spamRule !== null && (chunk.flags[row]! & FLAG_BOT) !== 0) return 0;
    const tick = chunk.day * MINUTES_PER_DAY + chunk.minute[row]!;
    for (const q of quarantines) {
      if (
        tick >= q.sinceTick &&
        inScope(world, q.scope, chunk.person[row]!, chunk.surface[row]!, tick)
      )
        return 0;
    }
    return 1;
  };
}

/** Ideas shown this many times the mean weigh a quarter in a debiased training. */
const PROPENSITY_POWER = 0.7;

/**
 * Inverse-propensity weights, clipped: a row counts less the more its idea was shown, so that what was pushed does
 * not drown out what was not. Joachims et al. (2017), with self-normalisation left to the mean.
 */
export function debiasedWeigher(world: World): Weigher {
  const plain = plainWeigher(world);
  const { ideas } = world;
  let shown = 0;
  let live = 0;
  for (let i = 0; i < ideas.count; i++) {
    if (ideas.live[i] === 0) continue;
    shown += ideas.shown[i]!;
    live++;
  }
  const mean = shown / Math.max(1, live);
  return (chunk, row) => {
    const ratio = (ideas.shown[chunk.idea[row]!]! + 1) / (mean + 1);
    const weight = ratio <= 1 ? 1 : Math.max(0.05, 1 - PROPENSITY_POWER * (1 - 1 / ratio));
    return plain(chunk, row) * weight;
  };
}

/** Only the random-exposure slice. */
export function randomWeigher(world: World): Weigher {
  const plain = plainWeigher(world);
  return (chunk, row) => ((chunk.flags[row]! & FLAG_RANDOM) !== 0 ? plain(chunk, row) : 0);
}
