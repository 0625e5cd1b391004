/**
 * The simulation beside its kernel: after every simulated day the kernel does that day's amount, so that both meet the
 * same machine, however busy its neighbours are.
 */
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { advance } from '../sim/step.ts';
import { createWorld } from '../sim/world.ts';
import { kernelSeconds } from './benchKernel.ts';
import { BENCH_DAYS, benchSpec } from './benchWorld.ts';

export interface Ratio {
  /** Processor time of createWorld and fourteen days, cold; and of the kernel, hot. */
  readonly simulation: number;
  readonly kernel: number;
  readonly kernelRanked: number;
}

/** Enough for the kernel's code to be hot. */
const WARM_UP = 500_000;

export function measureRatio(cpu: () => number): Ratio {
  kernelSeconds(WARM_UP, WARM_UP, cpu);
  let begun = cpu();
  const world = createWorld(benchSpec('standard'));
  let simulation = cpu() - begun;
  let kernel = 0;
  let kernelRanked = 0;
  let { rowsScored: rows, pairsRanked: pairs } = world.scratch;
  for (let day = 1; day <= BENCH_DAYS; day++) {
    begun = cpu();
    advance(world, day * MINUTES_PER_DAY);
    simulation += cpu() - begun;
    const { rowsScored, pairsRanked } = world.scratch;
    const part = kernelSeconds(rowsScored - rows, pairsRanked - pairs, cpu);
    kernel += part.whole;
    kernelRanked += part.ranked;
    rows = rowsScored;
    pairs = pairsRanked;
  }
  return { simulation, kernel, kernelRanked };
}
