/**
 * Who joins and who leaves. People sign up every day from a reserve of places that stand ready, and some of those who
 * are there leave for good, so that every class of tenure stays as full as it was.
 */
import { log } from '../../determinism/math.ts';
import { uniform } from '../../determinism/random.ts';
import type { Fault } from '../faults.ts';
import { TOPIC_COUNT, type Preset } from '../presets.ts';
import type { People } from './people.ts';

/** Sign-ups a day for each person: two days of them make the 2 % of people of a day or less. */
export const SIGNUP_RATE = 0.01;
/** Day of sign-up of a place that is not taken. */
export const NOT_YET = 1_000_000;

/** Chance a day of leaving for good, in the first four weeks and after: what keeps the classes full. Design values. */
const LEAVING_YOUNG = 0.037;
const LEAVING_OLD = 0.0043;
export const YOUNG_DAYS = 28;
/** Share of people's interests they name when asked. */
const NAMED = 0.85;

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
