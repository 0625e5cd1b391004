/** Draws a population from its latents: who people are, what they like, and what they saved before the world began. */
import { fastExp } from '../../determinism/fastMath.ts';
import { drawn, normal, subKey, uniform } from '../../determinism/random.ts';
import { coSave } from '../ideas/cosave.ts';
import type { Ideas } from '../ideas/ideas.ts';
import {
  HISTORY_CAPACITY,
  LOOK_COUNT,
  SEEN_CAPACITY,
  STYLE_DIMS,
  TOPIC_COUNT,
  type Preset,
} from '../presets.ts';
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
import { allocatePeople, append, noteSeen, sumHistory, type People } from './people.ts';

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
    drawHistory(key, people, i, actions[i]!, ideas);
    if (activity === 1) restProjects(people, i, ideas);
    startBored(people, i, ideas);
    if (tenureDays[i]! <= YOUNG_DAYS) people.declared[i] = declare(key, people, i);
    if (i < preset.people) drawSeen(key, people, i, ideas);
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

/**
 * Core people plan in projects: bursts of 30–100 saves on one topic. Older saves of casual people are partly on
 * topics they have since dropped. Both shape what a shorter history loses.
 */
function drawHistory(key: number, people: People, i: number, actions: number, ideas: Ideas): void {
  const mine = subKey(subKey(key, i), 77);
  const activity = people.activity[i]!;
  const base = i * TOPIC_COUNT;
  let topic = 0;
  let left = 0;
  let burst = 0;
  for (let c = 0; c < 3; c++) draws[c] = subKey(mine, 5 + c);
  // What the person saved just before, while they stay on a topic.
  let last = -1;
  for (let a = 0; a < actions; a++) {
    if (left === 0) {
      topic = pickInterest(people, base, uniform(mine, 1, burst));
      left =
        activity === 1
          ? 30 + Math.floor(uniform(mine, 2, burst) * 70)
          : 2 + Math.floor(uniform(mine, 2, burst) * 6);
      const old = a < actions * 0.6;
      if (activity !== 1 && old && uniform(mine, 3, burst) < 0.5) {
        // An interest since abandoned.
        topic = Math.floor(uniform(mine, 4, burst) * TOPIC_COUNT);
      }
      burst++;
      last = -1;
    }
    left--;
    const first = ideas.topicStart[topic]!;
    const size = ideas.topicStart[topic + 1]! - first;
    let best = -1;
    let bestScore = -1e9;
    for (let c = 0; c < 3; c++) {
      const idea = ideas.byTopic[first + Math.floor(drawn(draws[c]!, a) * size)]!;
      const score = charm(people, ideas, i, idea);
      if (score > bestScore) {
        bestScore = score;
        best = idea;
      }
    }
    if (last >= 0) coSave(ideas, last, best);
    last = best;
    append(people, i, best);
  }
  sumHistory(people, ideas, i);
}

/** Keys of the three draws of an action, while a history is drawn. */
const draws = new Uint32Array(3);

/** Actions that make up the project a planner has just been through. */
const PROJECT_ACTIONS = 100;
/** How far interest in it has fallen where it was all of them. */
const PROJECT_REST = 0.85;

/**
 * A planner who has just been through a project rests from it and turns to the others. So the last hundred saves of a
 * planner tell what is behind them; it takes the long history to know what they come back to.
 */
function restProjects(people: People, i: number, ideas: Ideas): void {
  const recent = new Float64Array(TOPIC_COUNT);
  const start = people.historyStart[i]!;
  const capacity = people.historyStart[i + 1]! - start;
  const n = Math.min(PROJECT_ACTIONS, people.historyLength[i]!);
  for (let k = 1; k <= n; k++) {
    const t =
      ideas.topic[people.history[start + ((people.historyHead[i]! - k + capacity) % capacity)]!]!;
    recent[t] = recent[t]! + 1 / n;
  }
  for (let t = 0; t < TOPIC_COUNT; t++) {
    const at = i * TOPIC_COUNT + t;
    people.interest[at] = people.interest[at]! * (1 - PROJECT_REST * recent[t]!);
  }
}

/** A topic in proportion to the person's interests. */
function pickInterest(people: People, base: number, u: number): number {
  let sum = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) sum += people.interest[base + t]!;
  let at = u * sum;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    at -= people.interest[base + t]!;
    if (at < 0) return t;
  }
  return 0;
}

/**
 * What was put before a person lately: ideas on topics in proportion to their diet, the best of four by style and quality, since a
 * feed shows the best matches first and they are the ones used up.
 */
function drawSeen(key: number, people: People, i: number, ideas: Ideas): void {
  const mine = subKey(subKey(key, i), 78);
  const base = i * TOPIC_COUNT;
  let sum = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    sum += people.topicBoredom[base + t]!;
    diet[t] = sum;
  }
  for (let k = 0; k < SEEN_CAPACITY; k++) {
    const luck = subKey(mine, k);
    const at = drawn(luck, 0);
    let topic = 0;
    while (topic < TOPIC_COUNT - 1 && at >= diet[topic]!) topic++;
    const first = ideas.topicStart[topic]!;
    const size = ideas.topicStart[topic + 1]! - first;
    let best = -1;
    let bestScore = -1e9;
    for (let c = 0; c < 4; c++) {
      const draw = subKey(luck, 1 + (c >> 1));
      const idea =
        ideas.byTopic[first + ((((c & 1) === 0 ? draw & 0xffff : draw >>> 16) * size) >>> 16)]!;
      const score = charm(people, ideas, i, idea) + 0.35 * ideas.quality[idea]!;
      if (score > bestScore) {
        bestScore = score;
        best = idea;
      }
    }
    noteSeen(people, i, best);
  }
}

/** Cumulative shares of topics in a person's diet, while what they saw is drawn. */
const diet = new Float64Array(TOPIC_COUNT);

function charm(people: People, ideas: Ideas, person: number, idea: number): number {
  const { style } = ideas;
  const own = people.style;
  const i = idea * STYLE_DIMS;
  const p = person * STYLE_DIMS;
  // Seven million of these make a standard population: unrolled.
  return (
    0.25 * ideas.quality[idea]! +
    style[i]! * own[p]! +
    style[i + 1]! * own[p + 1]! +
    style[i + 2]! * own[p + 2]! +
    style[i + 3]! * own[p + 3]! +
    style[i + 4]! * own[p + 4]! +
    style[i + 5]! * own[p + 5]! +
    style[i + 6]! * own[p + 6]! +
    style[i + 7]! * own[p + 7]!
  );
}

/**
 * Boredom starts where a steady feed holds it: part interests, part what was saved, part the even share that blending adds. The parts were
 * read off worlds run for seventy days; fourteen days of burn-in are far too few for people who come once a week.
 */
function startBored(people: People, i: number, ideas: Ideas): void {
  const base = i * TOPIC_COUNT;
  let sum = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) sum += people.interest[base + t]!;
  const own = people.activity[i] === 1 ? 0.55 : 0.45;
  const start = people.historyStart[i]!;
  const actions = people.historyLength[i]!;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    people.topicBoredom[base + t] =
      (own * 0.4 * people.interest[base + t]!) / sum + (1 - own) / TOPIC_COUNT;
  }
  for (let k = 0; k < actions; k++) {
    const t = base + ideas.topic[people.history[start + k]!]!;
    people.topicBoredom[t] = people.topicBoredom[t]! + (own * 0.6) / actions;
  }
  let looks = 0;
  for (let l = 0; l < LOOK_COUNT; l++) {
    let cosine = 0;
    for (let d = 0; d < STYLE_DIMS; d++)
      cosine += people.style[i * STYLE_DIMS + d]! * ideas.lookCentre[l * STYLE_DIMS + d]!;
    const w = fastExp(0.95 * cosine);
    people.lookBoredom[i * LOOK_COUNT + l] = w;
    looks += w;
  }
  for (let l = 0; l < LOOK_COUNT; l++)
    people.lookBoredom[i * LOOK_COUNT + l] = people.lookBoredom[i * LOOK_COUNT + l]! / looks;
}
