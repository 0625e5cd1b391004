/** Serving pools: groups of machines that answer requests. A person stays with one while the balancer's shares stand. */
import { uniform } from '../../determinism/random.ts';
import { actingSize } from '../faultState.ts';
import type { World } from '../world.ts';

/** Where a scenario names none. */
export const ONLY_POOL = { id: 'main', share: 1, accelerator: 'gpu' } as const;

/** Pool that serves a person. */
export function poolOf(world: World, person: number, tick: number): string {
  const { pools } = world.spec.setup;
  if (pools === undefined || pools.length === 0) return ONLY_POOL.id;
  const u = uniform(world.keys.assignment, person, 7, 7);
  // What the balancer moves to a pool is taken from the others in proportion.
  for (const fault of world.faults) {
    if (fault.kind !== 'pool-share') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    const moved = fault.share * size;
    if (uniform(world.keys.assignment, person, 7, 8) < moved) return fault.pool;
  }
  let sum = 0;
  for (const pool of pools) {
    sum += pool.share;
    if (u < sum) return pool.id;
  }
  return pools[pools.length - 1]!.id;
}
