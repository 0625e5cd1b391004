/** Apps that crash at the start: the visit never happened, to any log. */
import { uniform } from '../../determinism/random.ts';
import { actingSize } from '../faultState.ts';
import { inScope } from './scope.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';

/** Share of a person's visits that end before they begin. */
export function crashShare(world: World, person: number, tick: number): number {
  let kept = 1;
  for (const fault of world.faults) {
    if (fault.kind !== 'crash') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, HOME, tick)) continue;
    kept *= 1 - Math.min(1, fault.share * size);
  }
  return 1 - kept;
}

export function crashes(world: World, person: number, salt: number, tick: number): boolean {
  for (const fault of world.faults) {
    if (fault.kind !== 'crash') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, HOME, tick)) continue;
    if (uniform(world.keys.response, salt, 90) < fault.share * size) return true;
  }
  return false;
}
