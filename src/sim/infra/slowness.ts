/** What faults of latency add to a person's requests. */
import { inScope } from '../delivery/scope.ts';
import { actingSize } from '../faultState.ts';
import type { World } from '../world.ts';

/** Milliseconds at the median. */
export function slownessOf(world: World, person: number, surface: number, tick: number): number {
  let ms = 0;
  for (const fault of world.faults) {
    if (fault.kind !== 'latency') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    if (fault.scope === undefined || inScope(world, fault.scope, person, surface, tick))
      ms += fault.ms * size;
  }
  return ms;
}
