/**
 * Who joins and who leaves. People sign up every day from a reserve of places that stand ready, and some of those who
 * are there leave for good, so that every class of tenure stays as full as it was.
 */
import { log } from '../../determinism/math.ts';
import { hash32, uniform } from '../../determinism/random.ts';
import { dayOf } from '../clock.ts';
import { inScope } from '../delivery/scope.ts';
import { actingSize, activeFaults, factorAt } from '../faultState.ts';
import type { Fault } from '../faults.ts';
import { HOME, TOPIC_COUNT, type Preset } from '../presets.ts';
import type { World } from '../world.ts';
import type { People } from './people.ts';

/** Sign-ups a day for each person: two days of them make the 2 % of people of a day or less. */
export const SIGNUP_RATE = 0.01;
/** Day of sign-up of a place that is not taken. */
export const NOT_YET = 1_000_000;

/** Chance a day of leaving for good, in the first four weeks and after: what keeps the classes full. Design values. */
const LEAVING_YOUNG = 0.037;
const LEAVING_OLD = 0.0043;
export const YOUNG_DAYS = 28;
/** Who a campaign brings leaves so much sooner. */
const CAMPAIGN_LEAVING = 1.5;
const CAMPAIGN_ENTRY = 1;
/** Share of people's interests they name when asked. */
const NAMED = 0.85;
/** Share of those asked again who answer. */
const ANSWERS = 0.7;

/** Places for those who sign up in so many days at the usual rate. */
export function reserveSize(preset: Preset, days: number): number {
  return Math.round(preset.people * SIGNUP_RATE) * (days + 1);
}

/** Further places, for what campaigns bring. */
export function campaignSize(preset: Preset, days: number, faults: readonly Fault[]): number {
  let extra = 0;
  for (const fault of faults)
    if (fault.kind === 'campaign')
      extra += Math.ceil(preset.people * SIGNUP_RATE * Math.max(0, fault.factor - 1)) * days;
  return Math.min(20_000, extra);
}

/** Days somebody stays from now on, `tenure` days after signing up. */
export function daysStaying(tenure: number, u: number): number {
  const hurdle = -log(1 - u);
  const young = Math.max(0, YOUNG_DAYS - tenure);
  if (hurdle <= LEAVING_YOUNG * young) return 1 + Math.floor(hurdle / LEAVING_YOUNG);
  return 1 + Math.floor(young + (hurdle - LEAVING_YOUNG * young) / LEAVING_OLD);
}

/** Is somebody a member on a day? */
export function isMember(people: People, person: number, day: number): boolean {
  return people.signupDay[person]! <= day && people.leaveDay[person]! > day;
}

/** Interests a person names at sign-up, a bit a topic: most of those they have. */
export function declare(key: number, people: People, person: number): number {
  let bits = 0;
  for (let t = 0; t < TOPIC_COUNT; t++)
    if (people.interest[person * TOPIC_COUNT + t]! > 0 && uniform(key, person, 60 + t) < NAMED)
      bits |= 1 << t;
  return bits;
}

/** The day's sign-ups beyond the usual ones, and what becomes of the answers of all who sign up today. */
export function signUpDay(world: World, tick: number): void {
  if (world.faults.length === 0 && !world.control.coldStart) return;
  const day = dayOf(tick);
  const { people, preset } = world;
  for (const fault of activeFaults(world, 'campaign', tick)) {
    const size = actingSize(world.control, fault, tick);
    let wanted = Math.round(preset.people * SIGNUP_RATE * (fault.factor - 1) * size);
    for (let i = people.campaignFrom; i < people.count && wanted > 0; i++) {
      if (people.signupDay[i] !== NOT_YET) continue;
      people.signupDay[i] = day;
      people.entry[i] = CAMPAIGN_ENTRY;
      const u = uniform(world.keys.visits, i, 991);
      people.leaveDay[i] = day + Math.max(1, Math.floor(daysStaying(0, u) / CAMPAIGN_LEAVING));
      wanted--;
    }
  }
  const losses = activeFaults(world, 'lost-onboarding', tick);
  if (losses.length > 0) {
    for (let i = preset.people; i < people.count; i++) {
      if (people.signupDay[i] !== day) continue;
      if (losses.some((f) => f.scope === undefined || inScope(world, f.scope, i, HOME, tick)))
        people.declared[i] = 0;
    }
  }
  if (world.control.coldStart) askAgain(world, tick);
}

/** Newcomers without interests are asked once more; most answer. */
export function askAgain(world: World, tick: number): void {
  const { people } = world;
  const day = dayOf(tick);
  for (let i = 0; i < people.count; i++) {
    if (people.declared[i] !== 0 || !isMember(people, i, day)) continue;
    if (day - people.signupDay[i]! > YOUNG_DAYS) continue;
    if (uniform(world.keys.assignment, i, 992) < ANSWERS)
      people.declared[i] = declare(hash32(world.keys.assignment, 993, 0), people, i);
  }
}

/** So many people stand for one who signed up that day, where a campaign runs. */
export function campaignFactor(world: World, person: number): number {
  if (world.faults.length === 0) return 1;
  const day = world.people.signupDay[person]!;
  let factor = 1;
  for (const fault of world.faults)
    if (fault.kind === 'campaign')
      factor *= factorAt(fault.factor, actingSize(world.control, fault, day * 1440));
  return factor;
}
