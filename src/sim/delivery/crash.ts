/** Apps that crash at the start: the visit never happened, to any log. */
import { uniform } from '../../determinism/random.ts';
import { actingSize } from '../faultState.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';
import { inScope, personBuild } from './scope.ts';

/** Share of a person's visits that crash at a minute. A build that was fixed does not. */
export function crashShare(world: World, person: number, tick: number): number {
  let well = 1;
  for (const fault of world.faults) {
    if (fault.kind !== 'crash') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, HOME, tick)) continue;
    const build = world.spec.setup.builds[personBuild(world, person, tick)]?.build;
    const fixed = build === undefined ? undefined : world.control.fixedBuilds[build];
    if (fixed !== undefined && tick >= fixed) continue;
    well *= 1 - fault.share * size;
  }
  return 1 - well;
}

export function crashes(world: World, person: number, salt: number, tick: number): boolean {
  if (world.faults.length === 0) return false;
  const share = crashShare(world, person, tick);
  return share > 0 && uniform(world.keys.response, salt, 90) < share;
}
