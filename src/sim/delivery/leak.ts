/** Arms that mix: requests of one arm answered with what the other arm was served. */
import { uniform } from '../../determinism/random.ts';
import { actingSize } from '../faultState.ts';
import type { World } from '../world.ts';
import { inScope, lineIndex } from './scope.ts';

/** The line that answers a request: `line`, or the other arm's of the experiment it is in. */
export function leakedLine(
  world: World,
  person: number,
  surface: number,
  tick: number,
  salt: number,
  line: number,
): number {
  for (let f = 0; f < world.faults.length; f++) {
    const fault = world.faults[f]!;
    if (fault.kind !== 'arm-leak') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, surface, tick)) continue;
    if (uniform(world.keys.serving, salt, 100 + f) >= fault.share * size) continue;
    const { version } = world.lines[line]!;
    for (const rollout of world.spec.setup.rollouts) {
      if (!rollout.experiment) continue;
      if (version === rollout.to) return lineIndex(world, rollout.from);
      if (version === rollout.from) return lineIndex(world, rollout.to);
    }
  }
  return line;
}
