/** How much of the traffic a scope selects, off a fixed sample of people: infrastructure sees shares, not persons. */
import { inScope } from '../delivery/scope.ts';
import { HOME } from '../presets.ts';
import { REGIONS, type Scope } from '../segments.ts';
import type { World } from '../world.ts';

const SAMPLE = 256;

const inside = new Float64Array(REGIONS.length);
const all = new Float64Array(REGIONS.length);

/** Share of each region's visits in a scope; must not be kept. Without a scope, everything. */
export function reachByRegion(world: World, scope: Scope | undefined, tick: number): Float64Array {
  if (scope === undefined) return inside.fill(1);
  const { people } = world;
  inside.fill(0);
  all.fill(0);
  const stride = Math.max(1, Math.floor(people.count / SAMPLE));
  for (let i = 0; i < people.count; i += stride) {
    const region = people.region[i]!;
    const rate = people.rate[i]!;
    all[region] = all[region]! + rate;
    if (inScope(world, scope, i, HOME, tick)) inside[region] = inside[region]! + rate;
  }
  for (let r = 0; r < REGIONS.length; r++) inside[r] = all[r] === 0 ? 0 : inside[r]! / all[r]!;
  return inside;
}

/** Share of all visits in a scope. */
export function reachOf(world: World, scope: Scope | undefined, tick: number): number {
  if (scope === undefined) return 1;
  reachByRegion(world, scope, tick);
  const { people } = world;
  let sum = 0;
  let total = 0;
  const stride = Math.max(1, Math.floor(people.count / SAMPLE));
  for (let i = 0; i < people.count; i += stride) {
    total += people.rate[i]!;
    if (inScope(world, scope, i, HOME, tick)) sum += people.rate[i]!;
  }
  return total === 0 ? 0 : sum / total;
}
