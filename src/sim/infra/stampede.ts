/**
 * What a purge of the kept slates costs: every app that is open has one, asks anew, and they all do so at once. Spread
 * over the steps of a gradual purge the same requests hardly show.
 */
import type { World } from '../world.ts';
import { PURGE_STEP } from '../serving/slateCache.ts';
import { REQUESTS_PER_SESSION, SESSION_MINUTES, STAMPEDE_MINUTES } from './design.ts';

const STEPS = 10;

/** Extra first attempts of a minute as a factor on the usual ones. */
export function stampede(world: World, tick: number): number {
  let extra = 0;
  for (const purge of world.control.purges) {
    const age = tick - purge.tick;
    const minutes = purge.gradual ? STEPS * PURGE_STEP : STAMPEDE_MINUTES;
    if (age >= 0 && age < minutes) extra += SESSION_MINUTES / minutes / REQUESTS_PER_SESSION;
  }
  return extra;
}

/** A purge at once takes every kept slate with it: nothing is answered from the cache until slates are kept again. */
export function purgedAt(world: World, tick: number): boolean {
  return world.control.purges.some((purge) => !purge.gradual && purge.tick === tick);
}
