/** Serving pools: groups of machines that answer requests. A person stays with one while the balancer's shares stand. */
import { uniform } from '../../determinism/random.ts';
import { actingSize } from '../faultState.ts';
import type { FaultOf } from '../faults.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';
import { inScope } from './scope.ts';

/** Where a scenario names none. */
export const ONLY_POOL = { id: 'main', share: 1, accelerator: 'gpu' } as const;

/** Pool that serves a person. */
export function poolOf(world: World, person: number, tick: number): string {
  return world.infra.pools[poolIndex(world, person, tick)]!;
}

/** Its place in the setup's list; 0 where there is one pool. */
export function poolIndex(world: World, person: number, tick: number): number {
  const { pools } = world.spec.setup;
  if (pools === undefined || pools.length < 2) return 0;
  const { drained } = world.control;
  const home = settled(world, person, tick);
  if (drained.length === 0 || !drained.includes(pools[home]!.id)) return home;
  // Whose pool is drained goes to one of the others, in proportion, and stays there.
  let left = 0;
  for (const pool of pools) if (!drained.includes(pool.id)) left += pool.share;
  if (left === 0) return home;
  let u = uniform(world.keys.assignment, person, 7, 9) * left;
  for (let p = 0; p < pools.length; p++) {
    if (drained.includes(pools[p]!.id)) continue;
    u -= pools[p]!.share;
    if (u < 0) return p;
  }
  return home;
}

/** Where the balancer's shares put a person, drained pools included. */
function settled(world: World, person: number, tick: number): number {
  const pools = world.spec.setup.pools!;
  // What the balancer moves to a pool is taken from the others in proportion.
  for (const fault of world.faults) {
    if (fault.kind !== 'pool-share') continue;
    const moved = movedShare(world, fault, tick);
    if (moved === 0 || uniform(world.keys.assignment, person, 7, 8) >= moved) continue;
    if (fault.scope === undefined || inScope(world, fault.scope, person, HOME, tick))
      return indexOf(world, fault.pool);
  }
  let u = uniform(world.keys.assignment, person, 7, 7);
  for (let p = 0; p < pools.length; p++) {
    u -= pools[p]!.share;
    if (u < 0) return p;
  }
  return pools.length - 1;
}

function movedShare(world: World, fault: FaultOf<'pool-share'>, tick: number): number {
  return fault.share * actingSize(world.control, fault, tick);
}

function indexOf(world: World, id: string): number {
  return Math.max(0, world.infra.pools.indexOf(id));
}

/** Fills `out` with each pool's share of the traffic: what `poolIndex` gives over all people, without a sample. */
export function poolShares(world: World, tick: number, out: Float64Array): void {
  const { pools } = world.spec.setup;
  out[0] = 1;
  if (pools === undefined || pools.length < 2) return;
  for (let p = 0; p < pools.length; p++) out[p] = 0;
  // Faults ask the same number of a person, one after the other: a later one gets what it reaches beyond the earlier.
  let reached = 0;
  for (const fault of world.faults) {
    if (fault.kind !== 'pool-share') continue;
    const moved = movedShare(world, fault, tick);
    if (moved <= reached) continue;
    const p = indexOf(world, fault.pool);
    out[p] = out[p]! + moved - reached;
    reached = moved;
  }
  for (let p = 0; p < pools.length; p++) out[p] = out[p]! + (1 - reached) * pools[p]!.share;
  drain(world, pools, out);
}

function drain(
  world: World,
  pools: readonly { readonly id: string; readonly share: number }[],
  out: Float64Array,
): void {
  const { drained } = world.control;
  if (drained.length === 0) return;
  let left = 0;
  let freed = 0;
  for (let p = 0; p < pools.length; p++) {
    if (drained.includes(pools[p]!.id)) freed += out[p]!;
    else left += pools[p]!.share;
  }
  if (left === 0) return;
  for (let p = 0; p < pools.length; p++)
    out[p] = drained.includes(pools[p]!.id) ? 0 : out[p]! + (freed * pools[p]!.share) / left;
}
