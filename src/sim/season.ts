/** Demand by topic, region and day: how much more than usual a topic is wanted. */
import { actingSize, factorAt } from './faultState.ts';
import { TOPIC_COUNT } from './presets.ts';
import { REGIONS } from './segments.ts';
import type { World } from './world.ts';

const PLAIN = new Float64Array(TOPIC_COUNT).fill(1);
const factors = new Float64Array(TOPIC_COUNT);

/** Factor on interest by topic; 1 everywhere in a plain week. Must not be written or kept. */
export function seasonOf(world: World, region: number, tick: number): Float64Array {
  let plain = true;
  for (const fault of world.faults) {
    if (fault.kind !== 'season') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0 || !reaches(fault.scope, region)) continue;
    if (plain) factors.fill(1);
    plain = false;
    for (const topic of fault.topics)
      factors[topic] = factors[topic]! * factorAt(fault.interest, size);
  }
  return plain ? PLAIN : factors;
}

/** Factor on visits from a region. */
export function seasonVisits(world: World, region: number, tick: number): number {
  let factor = 1;
  for (const fault of world.faults) {
    if (fault.kind !== 'season') continue;
    const size = actingSize(world.control, fault, tick);
    if (size > 0 && reaches(fault.scope, region)) factor *= factorAt(fault.visits, size);
  }
  return factor;
}

/** Seasons are of regions; the other dimensions of a scope do not concern them. */
function reaches(
  scope: readonly { readonly region?: readonly string[] }[] | undefined,
  region: number,
): boolean {
  if (scope === undefined) return true;
  const name = REGIONS[region]!;
  return scope.some((part) => part.region === undefined || part.region.includes(name));
}
