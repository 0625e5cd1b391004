/**
 * Demand by topic, region and day: how much more than usual a topic is wanted. The calendar of a scenario is no fault:
 * the fault-free world lives through the same feasts. A season that nobody knows of is a fault.
 */
import { dayOf, MINUTES_PER_DAY } from './clock.ts';
import { actingSize, factorAt } from './faultState.ts';
import { TOPIC_COUNT } from './presets.ts';
import { REGIONS } from './segments.ts';
import type { Control } from './delivery/control.ts';
import type { Fault } from './faults.ts';
import type { CalendarEntry, WorldSetup } from './setup.ts';

/** What of a world its seasons depend on. */
export interface Seasons {
  readonly faults: readonly Fault[];
  readonly control: Control;
  readonly spec: { readonly setup: WorldSetup };
}

export const PLAIN_SEASON: Float64Array = new Float64Array(TOPIC_COUNT).fill(1);
const factors = new Float64Array(TOPIC_COUNT);

/** Factor on interest by topic; 1 everywhere in a plain week. Must not be written or kept. */
export function seasonOf(world: Seasons, region: number, tick: number): Float64Array {
  const { faults } = world;
  const { calendar } = world.spec.setup;
  if (faults.length === 0 && calendar === undefined) return PLAIN_SEASON;
  let plain = true;
  const add = (topics: readonly number[], interest: number): void => {
    if (plain) factors.fill(1);
    plain = false;
    for (const topic of topics) factors[topic] = factors[topic]! * interest;
  };
  for (const fault of faults) {
    if (fault.kind !== 'season') continue;
    const size = actingSize(world.control, fault, tick);
    if (size > 0 && reaches(fault.scope, region)) add(fault.topics, factorAt(fault.interest, size));
  }
  if (calendar !== undefined)
    for (const entry of calendar) if (isOn(entry, region, tick)) add(entry.topics, entry.interest);
  return plain ? PLAIN_SEASON : factors;
}

/** Factor on visits from a region, the calendar's and that of faults. */
export function seasonVisits(world: Seasons, region: number, tick: number): number {
  let factor = calendarVisits(world, region, tick);
  for (const fault of world.faults) {
    if (fault.kind !== 'season') continue;
    const size = actingSize(world.control, fault, tick);
    if (size > 0 && reaches(fault.scope, region)) factor *= factorAt(fault.visits, size);
  }
  return factor;
}

/** What the calendar alone makes of visits from a region. */
export function calendarVisits(world: Seasons, region: number, tick: number): number {
  let factor = 1;
  for (const entry of world.spec.setup.calendar ?? [])
    if (isOn(entry, region, tick)) factor *= entry.visits;
  return factor;
}

/** Factors on visits by region as a day begins; null in a plain week. */
export function visitsByRegion(world: Seasons, day: number): Float64Array | null {
  if (world.faults.length === 0 && world.spec.setup.calendar === undefined) return null;
  return Float64Array.from(REGIONS, (_, r) => seasonVisits(world, r, day * MINUTES_PER_DAY));
}

/** Days a forecast that knows no calendar looks back. */
const TRAILING_DAYS = 14;

/**
 * What a forecast on the trailing fortnight expects of a region's visits, against what the calendar makes of them: the
 * weeks before went into it, feasts included. 1 in a plain month; the year-ago overlay has no such error.
 */
export function forecastError(world: Seasons, region: number, tick: number): number {
  const now = calendarVisits(world, region, tick);
  let sum = 0;
  for (let back = 1; back <= TRAILING_DAYS; back++)
    sum += calendarVisits(world, region, tick - back * MINUTES_PER_DAY);
  return sum / TRAILING_DAYS / now;
}

/** Visits that dashboards expect of a region, as a factor on a plain week: by the calendar, or by the fortnight before. */
export function expectedVisits(world: Seasons, region: number, tick: number): number {
  const known = calendarVisits(world, region, tick);
  return world.spec.setup.forecast === 'trailing'
    ? known * forecastError(world, region, tick)
    : known;
}

function isOn(entry: CalendarEntry, region: number, tick: number): boolean {
  const day = dayOf(tick);
  if (day < entry.fromDay || day >= entry.toDay) return false;
  return entry.regions === undefined || entry.regions.includes(REGIONS[region]!);
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
