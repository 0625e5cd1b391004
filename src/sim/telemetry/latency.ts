/** How long the slowest hundredth of somebody's requests takes. */
import { poolIndex } from '../delivery/scope.ts';
import { TIER_LATENCY } from '../infra/design.ts';
import { infraSeries, type Machines } from '../infra/series.ts';
import { slownessOf } from '../infra/slowness.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';

/** A model's milliseconds at the median cost this many at the 99th percentile. */
const P99_PER_MEDIAN = 3.4;

/**
 * p99 (ms) of a person's requests at a minute, without their ranker version's own: the pool's, on their device, and what
 * faults of latency add.
 */
export function p99Of(world: World, machines: Machines, person: number, tick: number): number {
  const at = Math.max(0, Math.min(tick, machines.tick - 1));
  const pool = world.infra.pools[poolIndex(world, person, at)]!;
  const ms = infraSeries(machines, pool, 'p99', at, at + 1)[0] ?? 0;
  return (
    TIER_LATENCY[world.people.tier[person]!]! * ms +
    P99_PER_MEDIAN * slownessOf(world, person, HOME, at)
  );
}

/** What a ranker version of the registry adds to a request's slowest hundredth, ms. */
export function modelMs(world: World, line: number): number {
  return P99_PER_MEDIAN * (world.lines[line]?.spec.latencyMs ?? 0);
}
