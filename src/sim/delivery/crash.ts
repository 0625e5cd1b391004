/** Apps that crash at the start: the visit never happened, to any log. */
import { uniform } from '../../determinism/random.ts';
import { actingSize } from '../faultState.ts';
import { inScope } from './scope.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';

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
