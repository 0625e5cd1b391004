/** When people open the app: a visit count per day from satisfaction, and minutes from a local-time profile. */
import { fastExp } from '../../determinism/fastMath.ts';
import { uniform } from '../../determinism/random.ts';
import { MINUTES_PER_DAY } from '../clock.ts';
import { HOME, NOTIFICATIONS, SEARCH } from '../presets.ts';
import type { People } from './people.ts';

/** Shares of people by region, in the order of REGIONS. Design values. */
export const REGION_SHARE = [0.24, 0.16, 0.17, 0.09, 0.07, 0.12, 0.07, 0.08] as const;

/** Hours a region's clock is ahead of UTC, in the order of REGIONS. */
export const UTC_OFFSET_HOURS = [-6, -4, 1, 2, 3, 5, 9, 7] as const;

/** Relative visits by local hour. Design values: a morning shoulder, an evening peak. */
const LOCAL_HOUR = [
  0.35, 0.22, 0.15, 0.12, 0.12, 0.2, 0.4, 0.65, 0.8, 0.85, 0.9, 0.95, 1.05, 1.05, 1, 1, 1.05, 1.15,
  1.35, 1.6, 1.75, 1.65, 1.2, 0.7,
] as const;

/** Relative visits by weekday, Monday first; mean 1. */
const WEEKDAY = [0.98, 0.96, 0.96, 0.95, 0.97, 1.05, 1.13] as const;

const HOUR_SUM = LOCAL_HOUR.reduce((sum, h) => sum + h, 0);

/** How strongly satisfaction moves visits: visits go with exp(VISIT_SLOPE · satisfaction). */
export const VISIT_SLOPE = 3;

/** Share of a day's visits that fall in the minute, for a region; sums to 1 over a day. */
export function minuteShare(region: number, minuteOfDay: number): number {
  const local = (minuteOfDay / 60 + UTC_OFFSET_HOURS[region]! + 24) % 24;
  const hour = Math.floor(local);
  const next = (hour + 1) % 24;
  const part = local - hour;
  const level = LOCAL_HOUR[hour]! * (1 - part) + LOCAL_HOUR[next]! * part;
  return level / HOUR_SUM / 60;
}

/** The world's visits at a minute of the day against the day's highest, above its middle: 0 off peak, 1 at the peak. */
export function dayLoad(minuteOfDay: number): number {
  return WORLD_LOAD[minuteOfDay]!;
}

export function weekdayFactor(day: number): number {
  return WEEKDAY[((day % 7) + 7) % 7]!;
}

export interface Schedule {
  readonly day: number;
  /** Sessions sorted by minute, then person. */
  readonly person: Uint16Array;
  /** Ordinal of the session within the person's day. */
  readonly ordinal: Uint8Array;
  /** How the visit begins: a surface, HOME, SEARCH or NOTIFICATIONS. */
  readonly entry: Uint8Array;
  /** `MINUTES_PER_DAY + 1` starts. */
  readonly start: Int32Array;
}

/** Cumulative minute profile per region, built once. */
const CUMULATIVE = UTC_OFFSET_HOURS.map((_, region) => {
  const c = new Float64Array(MINUTES_PER_DAY);
  let sum = 0;
  for (let m = 0; m < MINUTES_PER_DAY; m++) {
    sum += minuteShare(region, m);
    c[m] = sum;
  }
  for (let m = 0; m < MINUTES_PER_DAY; m++) c[m] = c[m]! / sum;
  return c;
});

/** See `dayLoad`; regions weigh as they have people. */
const WORLD_LOAD = (() => {
  const visits = Float64Array.from({ length: MINUTES_PER_DAY }, (_, m) =>
    REGION_SHARE.reduce((sum, share, r) => sum + share * minuteShare(r, m), 0),
  );
  let low = Infinity;
  let high = 0;
  for (const v of visits) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  const middle = (low + high) / 2;
  return visits.map((v) => Math.max(0, (v - middle) / (high - middle)));
})();

function minuteAt(region: number, u: number): number {
  const c = CUMULATIVE[region]!;
  let low = 0;
  let high = MINUTES_PER_DAY - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (c[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Share of visits that begin with a search, and of those of people with notifications on that begin with one sent. */
export const SEARCH_ENTRY = 0.16;
export const PUSH_ENTRY = 0.25;

function entryOf(people: People, person: number, u: number): number {
  if (u < SEARCH_ENTRY) return SEARCH;
  return people.push[person] === 1 && u < SEARCH_ENTRY + PUSH_ENTRY ? NOTIFICATIONS : HOME;
}

/** Draws one day's sessions; `byRegion`: the season's factors, null in a plain week. Draws depend on (person, day) only, so a change of one person's mood moves nobody else. */
export function scheduleDay(
  key: number,
  people: People,
  day: number,
  byRegion: Float64Array | null = null,
): Schedule {
  const persons: number[] = [];
  const minutes: number[] = [];
  const ordinals: number[] = [];
  const entries: number[] = [];
  const factor = weekdayFactor(day);
  for (let i = 0; i < people.count; i++) {
    if (people.signupDay[i]! > day || people.leaveDay[i]! <= day) continue;
    const season = byRegion === null ? 1 : byRegion[people.region[i]!]!;
    const mean = people.rate[i]! * factor * season * fastExp(VISIT_SLOPE * people.satisfaction[i]!);
    const whole = Math.floor(mean);
    const n = Math.min(6, whole + (uniform(key, i, day, 0) < mean - whole ? 1 : 0));
    for (let k = 0; k < n; k++) {
      persons.push(i);
      ordinals.push(k);
      entries.push(entryOf(people, i, uniform(key, i, day, 20 + k)));
      minutes.push(minuteAt(people.region[i]!, uniform(key, i, day, 1 + k)));
    }
  }
  const start = new Int32Array(MINUTES_PER_DAY + 1);
  for (const m of minutes) start[m + 1] = start[m + 1]! + 1;
  for (let m = 0; m < MINUTES_PER_DAY; m++) start[m + 1] = start[m + 1]! + start[m]!;
  const at = start.slice();
  const person = new Uint16Array(persons.length);
  const ordinal = new Uint8Array(persons.length);
  const entry = new Uint8Array(persons.length);
  for (let s = 0; s < persons.length; s++) {
    const m = minutes[s]!;
    person[at[m]!] = persons[s]!;
    ordinal[at[m]!] = ordinals[s]!;
    entry[at[m]!] = entries[s]!;
    at[m] = at[m]! + 1;
  }
  return { day, person, ordinal, entry, start };
}
