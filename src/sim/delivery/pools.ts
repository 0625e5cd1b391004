/** Serving pools: groups of machines that answer requests, and how much of the traffic each gets. */
import { actingSize } from '../faultState.ts';
import type { FaultOf } from '../faults.ts';
import type { PoolSpec } from '../setup.ts';
import type { World } from '../world.ts';

/** Share of people a fault of the balancer moves at a minute. */
export function movedShare(world: World, fault: FaultOf<'pool-share'>, tick: number): number {
  return fault.share * actingSize(world.control, fault, tick);
}

/** Place of a pool in the setup's list; the first where there is none of that name. */
export function poolPlace(world: World, id: string): number {
  return Math.max(0, world.infra.pools.indexOf(id));
}

/** The pool at `u` of the whole when those named in `closed` get nothing. */
export function pickPool(pools: readonly PoolSpec[], closed: readonly string[], u: number): number {
  let left = 0;
  let last = 0;
  for (let p = 0; p < pools.length; p++) {
    if (closed.includes(pools[p]!.id)) continue;
    left += pools[p]!.share;
    last = p;
  }
  let rest = u * left;
  for (let p = 0; p < pools.length; p++) {
    if (closed.includes(pools[p]!.id)) continue;
    rest -= pools[p]!.share;
    if (rest < 0) return p;
  }
  return last;
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
    const p = poolPlace(world, fault.pool);
    out[p] = out[p]! + moved - reached;
    reached = moved;
  }
  for (let p = 0; p < pools.length; p++) out[p] = out[p]! + (1 - reached) * pools[p]!.share;
  drain(world, pools, out);
}

function drain(world: World, pools: readonly PoolSpec[], out: Float64Array): void {
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
