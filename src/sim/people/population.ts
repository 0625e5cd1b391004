/** Draws a population from its latents: who people are, what they like, and what they saved before the world began. */
import { fastExp } from '../../determinism/fastMath.ts';
import { normal, subKey, uniform } from '../../determinism/random.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { HISTORY_CAPACITY, LOOK_COUNT, STYLE_DIMS, TOPIC_COUNT, type Preset } from '../presets.ts';
import type { Fault } from '../faults.ts';
import {
  campaignSize,
  daysStaying,
  declare,
  NOT_YET,
  reserveSize,
  SIGNUP_RATE,
  YOUNG_DAYS,
} from './membership.ts';
import { REGION_SHARE } from './visits.ts';
import { drawHistory, drawSeen, restProjects, startBored } from './past.ts';
import { allocatePeople, type People } from './people.ts';
import { shelve } from './shelf.ts';

/** Shares by platform in the order of PLATFORMS. */
const PLATFORM_SHARE = [0.46, 0.34, 0.2] as const;
const TIER_SHARE = [0.3, 0.45, 0.25] as const;
/** Share of sessions on a mobile network, by platform. */
const MOBILE_NETWORK = [0.55, 0.45, 0.05] as const;
/** In the order of ENTRIES. */
const ENTRY_SHARE = [0.66, 0.22, 0.12] as const;
const BUDGET_SHARE = [0.35, 0.45, 0.2] as const;
/** Who may be sent notifications, by activity. */
const PUSH_SHARE = [0.45, 0.7, 0.5] as const;
/** casual, core, returning. */
const ACTIVITY_SHARE = [0.63, 0.19, 0.18] as const;
/** Sessions a day relative to the mean, by activity. */
const ACTIVITY_RATE = [0.85, 1.7, 0.7] as const;
/** Shares of tenure classes in the order of TENURES. */
const TENURE_SHARE = [0.02, 0.05, 0.11, 0.82] as const;
/** Topics a person cares about, by activity. */
const TOPICS_OF = [3, 6, 4] as const;
/** Strength of the k-th interest. */
const INTEREST_LADDER = [1, 0.9, 0.8, 0.72, 0.66, 0.6] as const;

function pick(shares: readonly number[], u: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length - 1; i++) {
    sum += shares[i]!;
    if (u < sum) return i;
  }
  return shares.length - 1;
}

/** Languages by region, in the order of REGIONS: [share, index into LANGUAGES]. */
const LANGUAGES_OF: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.9, 0],
    [0.1, 1],
  ],
  [
    [0.55, 1],
    [0.45, 2],
  ],
  [
    [0.35, 0],
    [0.35, 3],
    [0.3, 4],
  ],
  [[1, 5]],
  [[1, 6]],
  [
    [0.6, 7],
    [0.4, 0],
  ],
  [[1, 8]],
  [
    [0.7, 9],
    [0.3, 0],
  ],
];

/** Language of a person or an idea from a region, from a uniform draw. */
export function drawLanguage(region: number, u: number): number {
  let sum = 0;
  const shares = LANGUAGES_OF[region]!;
  for (const [share, language] of shares) {
    sum += share;
    if (u < sum) return language;
  }
  return shares[shares.length - 1]![1];
}

/** Days since sign-up for a tenure class, from a uniform draw. */
function daysSinceSignup(tenure: number, u: number): number {
  if (tenure === 0) return Math.floor(u * 2);
  if (tenure === 1) return 2 + Math.floor(u * 6);
  if (tenure === 2) return 8 + Math.floor(u * 21);
  return 29 + Math.floor(u * 1400);
}

/** Actions a person has behind them when the world begins. Core people: 150 to 600. */
function pastActions(activity: number, tenureDays: number, u: number): number {
  if (activity === 1) return 150 + Math.floor(u * u * 450);
  const full = activity === 2 ? 25 + Math.floor(u * 95) : 8 + Math.floor(u * 82);
  return Math.max(1, Math.min(full, 1 + tenureDays * 3));
}

/** Draws everyone, with the pre-history. `key` is the stream of the population. */
export function drawPeople(
  key: number,
  preset: Preset,
  ideas: Ideas,
  topicPopularity: Float64Array,
  days: number,
  faults: readonly Fault[],
): People {
  // Those who are there, those who will sign up as people do, and those only a campaign would bring.
  const campaignFrom = preset.people + reserveSize(preset, days);
  const n = campaignFrom + campaignSize(preset, days, faults);
  const activityOf = new Uint8Array(n);
  const tenureDays = new Int32Array(n);
  const actions = new Int32Array(n);
  const capacity = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let activity = pick(ACTIVITY_SHARE, uniform(key, i, 0));
    let tenure = pick(TENURE_SHARE, uniform(key, i, 1));
    // Nobody becomes a core planner within a month.
    if (activity === 1) tenure = 3;
    const isNew = i >= preset.people;
    if (isNew && activity === 1) activity = 0;
    const tenured = isNew ? 0 : daysSinceSignup(tenure, uniform(key, i, 2));
    activityOf[i] = activity;
    tenureDays[i] = tenured;
    const past = isNew ? 0 : pastActions(activity, tenured, uniform(key, i, 3));
    actions[i] = past;
    // Room to grow over eight weeks.
    capacity[i] = Math.min(HISTORY_CAPACITY, past + (activity === 1 ? 160 : 60));
  }
  const people = allocatePeople(preset, capacity, campaignFrom);
  const shelf = shelve(
    ideas,
    actions.reduce((most, past) => Math.max(most, past), 0),
  );
  const rateScale = preset.sessionsPerDay / preset.people / meanRate();
  for (let i = 0; i < n; i++) {
    const activity = activityOf[i]!;
    people.activity[i] = activity;
    people.region[i] = pick(REGION_SHARE, uniform(key, i, 4));
    people.platform[i] = pick(PLATFORM_SHARE, uniform(key, i, 5));
    people.tier[i] = pick(TIER_SHARE, uniform(key, i, 6));
    people.signupDay[i] = signupOf(preset, i, campaignFrom, tenureDays[i]!);
    people.leaveDay[i] =
      Math.max(0, people.signupDay[i]!) + daysStaying(tenureDays[i]!, uniform(key, i, 15));
    people.adoption[i] = uniform(key, i, 7);
    people.language[i] = drawLanguage(people.region[i]!, uniform(key, i, 10));
    people.network[i] = uniform(key, i, 11) < MOBILE_NETWORK[people.platform[i]!]! ? 1 : 0;
    people.entry[i] = pick(ENTRY_SHARE, uniform(key, i, 12));
    people.budget[i] = pick(BUDGET_SHARE, uniform(key, i, 13));
    people.push[i] = uniform(key, i, 14) < PUSH_SHARE[activity]! ? 1 : 0;
    // Log-normal spread with unit mean.
    people.rate[i] =
      rateScale * ACTIVITY_RATE[activity]! * fastExp(0.35 * normal(key, i, 8) - 0.06125);
    people.repetitionSensitivity[i] = 0.6 + 0.8 * uniform(key, i, 9);
    drawTastes(key, people, i, topicPopularity, ideas);
    drawHistory(key, people, i, actions[i]!, ideas, shelf);
    if (activity === 1) restProjects(people, i, ideas);
    startBored(people, i, ideas);
    if (tenureDays[i]! <= YOUNG_DAYS) people.declared[i] = declare(key, people, i);
    if (i < preset.people) drawSeen(key, people, i, shelf);
  }
  return people;
}

/** Day of sign-up: behind those who are there, and on its day for each place of the reserve. */
function signupOf(preset: Preset, i: number, campaignFrom: number, tenure: number): number {
  if (i < preset.people) return -tenure;
  if (i >= campaignFrom) return NOT_YET;
  return 1 + Math.floor((i - preset.people) / Math.round(preset.people * SIGNUP_RATE));
}

function meanRate(): number {
  let sum = 0;
  for (let a = 0; a < 3; a++) sum += ACTIVITY_SHARE[a]! * ACTIVITY_RATE[a]!;
  return sum;
}

function drawTastes(
  key: number,
  people: People,
  i: number,
  topicPopularity: Float64Array,
  ideas: Ideas,
): void {
  const mine = subKey(key, i);
  const wanted = TOPICS_OF[people.activity[i]!]!;
  const base = i * TOPIC_COUNT;
  let found = 0;
  for (let attempt = 0; found < wanted && attempt < 200; attempt++) {
    const topic = pickWeighted(topicPopularity, uniform(mine, 20, attempt));
    if (people.interest[base + topic]! > 0) continue;
    people.interest[base + topic] = INTEREST_LADDER[found]!;
    found++;
  }
  const look = Math.floor(uniform(mine, 21, 0) * LOOK_COUNT);
  let norm = 0;
  for (let d = 0; d < STYLE_DIMS; d++) {
    const v = ideas.lookCentre[look * STYLE_DIMS + d]! + 0.28 * normal(mine, 22, d);
    people.style[i * STYLE_DIMS + d] = v;
    norm += v * v;
  }
  norm = Math.sqrt(norm);
  for (let d = 0; d < STYLE_DIMS; d++)
    people.style[i * STYLE_DIMS + d] = people.style[i * STYLE_DIMS + d]! / norm;
}

/** Index drawn with probability proportional to `weights` (which sum to 1). */
export function pickWeighted(weights: Float64Array, u: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length - 1; i++) {
    sum += weights[i]!;
    if (u < sum) return i;
  }
  return weights.length - 1;
}
