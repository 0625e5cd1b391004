/** Real traffic: first attempts per second, from the population Corkboard has and not from the thinned one simulated. */
import { dayOf, MINUTES_PER_DAY, minuteOfDay } from '../clock.ts';
import { actingSize, factorAt } from '../faultState.ts';
import { minuteShare, REGION_SHARE, weekdayFactor } from '../people/visits.ts';
import { SESSIONS_PER_DAY_MILLIONS } from '../presets.ts';
import { seasonVisits } from '../season.ts';
import type { World } from '../world.ts';
import { REQUESTS_PER_SESSION } from './design.ts';
import { reachByRegion } from './reach.ts';

const REGION_COUNT = REGION_SHARE.length;
/** Share of a day's visits by region and minute, and by minute alone. */
const BY_REGION = REGION_SHARE.map((share, r) =>
  Float64Array.from({ length: MINUTES_PER_DAY }, (_, m) => share * minuteShare(r, m)),
);
const BY_MINUTE = Float64Array.from({ length: MINUTES_PER_DAY }, (_, m) =>
  BY_REGION.reduce((sum, region) => sum + region[m]!, 0),
);
const PER_SECOND = (SESSIONS_PER_DAY_MILLIONS * 1e6 * REQUESTS_PER_SESSION) / 60;

/** First attempts per second in the busiest minute of an ordinary week: what the machines were bought for. */
export const BUSIEST = (() => {
  let busiest = 0;
  for (const share of BY_MINUTE) busiest = Math.max(busiest, share);
  let weekday = 0;
  for (let day = 0; day < 7; day++) weekday = Math.max(weekday, weekdayFactor(day));
  return busiest * weekday * PER_SECOND;
})();

const factors = new Float64Array(REGION_COUNT);

/** First attempts per second, over all pools. */
export function requestsPerSecond(world: World, tick: number): number {
  const minute = minuteOfDay(tick);
  const usual = weekdayFactor(dayOf(tick)) * PER_SECOND;
  if (!scaled(world, tick)) return BY_MINUTE[minute]! * usual;
  let sum = 0;
  for (let r = 0; r < REGION_COUNT; r++) sum += BY_REGION[r]![minute]! * factors[r]!;
  return sum * usual;
}

/** Times as many visits as usual from a region, by faults of traffic: people who come are counted at the gateway. */
export function crowdOf(world: World, region: number, tick: number): number {
  let factor = 1;
  for (const fault of world.faults) {
    if (fault.kind !== 'traffic') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    factor *=
      1 + (factorAt(fault.factor, size) - 1) * reachByRegion(world, fault.scope, tick)[region]!;
  }
  return factor;
}

/** Fills the factors of the regions; false where all are 1. */
function scaled(world: World, tick: number): boolean {
  // A feast in the calendar brings fewer or more people to the gateway too, whatever else is wrong.
  let any = world.spec.setup.calendar !== undefined;
  if (any) for (let r = 0; r < REGION_COUNT; r++) factors[r] = seasonVisits(world, r, tick);
  for (const fault of world.faults) {
    if (fault.kind !== 'season' && fault.kind !== 'traffic' && fault.kind !== 'crash') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    if (!any) for (let r = 0; r < REGION_COUNT; r++) factors[r] = seasonVisits(world, r, tick);
    any = true;
    if (fault.kind === 'season') continue;
    const reach = reachByRegion(world, fault.scope, tick);
    const more = fault.kind === 'traffic' ? factorAt(fault.factor, size) - 1 : -fault.share * size;
    for (let r = 0; r < REGION_COUNT; r++) factors[r] = factors[r]! * (1 + more * reach[r]!);
  }
  return any;
}
