/** How a training of a version reads the rows at a minute: which, with what weight, under which labels. */
import { MINUTES_PER_DAY } from '../clock.ts';
import { inScope } from '../delivery/scope.ts';
import { activeFaults } from '../faultState.ts';
import type { World } from '../world.ts';
import { JOIN_RATE, labelReader } from './labels.ts';
import { leakingShare, leakOf } from './leak.ts';
import type { RowChunk } from './rows.ts';
import type { TrainOptions } from './train.ts';
import type { Weigher } from './weigh.ts';

/** `weigh`: the recipe's own weights. */
export function trainingPlan(
  world: World,
  version: string,
  tick: number,
  weigh: Weigher,
  speed: number,
): TrainOptions {
  const plan: TrainOptions = {
    weigh: thinned(world, tick, weigh),
    speed,
    read: labelReader(world, version, tick),
    positive: 1 / JOIN_RATE,
  };
  const leaking = leakingShare(world, version, tick);
  if (leaking === null) return plan;
  return { ...plan, leak: (chunk) => leakOf(world, chunk, leaking) };
}

/** Rows without any action thinned once more and not weighted back. */
function thinned(world: World, tick: number, weigh: Weigher): Weigher {
  const faults = activeFaults(world, 'negative-weight', tick);
  if (faults.length === 0) return weigh;
  return (chunk, row) => {
    let weight = weigh(chunk, row);
    if (weight === 0 || chunk.labels[row]! !== 0) return weight;
    const at = chunk.day * MINUTES_PER_DAY + chunk.minute[row]!;
    for (const fault of faults) {
      const { scope } = fault;
      if (scope === undefined || inScope(world, scope, chunk.person[row]!, chunk.surface[row]!, at))
        weight *= fault.keep;
    }
    return weight;
  };
}

/** First row of a chunk no older than `from`, a minute of the world. Rows are in the order of time. */
export function firstSince(chunk: RowChunk, from: number): number {
  const minute = from - chunk.day * MINUTES_PER_DAY;
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunk.minute[middle]! < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
