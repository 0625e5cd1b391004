/** What people did and were shown before the world began: a history, what they saw lately, and how tired they are of it. */
import { fastExp } from '../../determinism/fastMath.ts';
import { drawn, subKey, uniform } from '../../determinism/random.ts';
import { coSave } from '../ideas/cosave.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { EMBED_DIMS, LOOK_COUNT, SEEN_CAPACITY, STYLE_DIMS, TOPIC_COUNT } from '../presets.ts';
import { append, noteSeen, type People } from './people.ts';
import { favourite, type Shelf } from './shelf.ts';

/**
 * Core people plan in projects: bursts of 30–100 saves on one topic. Older saves of casual people are partly on
 * topics they have since dropped. Both shape what a shorter history loses.
 */
export function drawHistory(
  key: number,
  people: People,
  i: number,
  actions: number,
  ideas: Ideas,
  shelf: Shelf,
): void {
  const mine = subKey(subKey(key, i), 77);
  const { topicStart, byTopic, embedding } = shelf;
  sums.fill(0);
  const activity = people.activity[i]!;
  const base = i * TOPIC_COUNT;
  let topic = 0;
  let left = 0;
  let burst = 0;
  for (let c = 0; c < CHOICES; c++) draws[c] = subKey(mine, 5 + c);
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
    const first = topicStart[topic]!;
    const size = topicStart[topic + 1]! - first;
    for (let c = 0; c < CHOICES; c++) places[c] = first + Math.floor(drawn(draws[c]!, a) * size);
    const bestPlace = favourite(people, shelf, i, places, CHOICES, 0);
    const best = byTopic[bestPlace]!;
    const e = bestPlace * EMBED_DIMS;
    for (let d = 0; d < EMBED_DIMS; d++) sums[d] = sums[d]! + embedding[e + d]!;
    people.historyTopics[base + topic] = people.historyTopics[base + topic]! + 1;
    if (last >= 0) coSave(ideas, last, best);
    last = best;
    append(people, i, best);
  }
  people.historySum.set(sums, i * EMBED_DIMS);
}

/** Sum of the embeddings of a history while it is drawn. */
const sums = new Float64Array(EMBED_DIMS);

/** An action is the best of so many ideas; what was put before a person lately, of one more. */
const CHOICES = 3;
/** Keys of the draws of an action, while a history is drawn. */
const draws = new Uint32Array(CHOICES);
/** What is chosen from. */
const places = new Int32Array(CHOICES + 1);

/** Actions that make up the project a planner has just been through. */
const PROJECT_ACTIONS = 100;
/** How far interest in it has fallen where it was all of them. */
const PROJECT_REST = 0.85;

/**
 * A planner who has just been through a project rests from it and turns to the others. So the last hundred saves of a
 * planner tell what is behind them; it takes the long history to know what they come back to.
 */
export function restProjects(people: People, i: number, ideas: Ideas): void {
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
export function drawSeen(key: number, people: People, i: number, shelf: Shelf): void {
  const { topicStart, byTopic } = shelf;
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
    const first = topicStart[topic]!;
    const size = topicStart[topic + 1]! - first;
    for (let half = 0; half < 2; half++) {
      const draw = subKey(luck, 1 + half);
      places[2 * half] = first + (((draw & 0xffff) * size) >>> 16);
      places[2 * half + 1] = first + (((draw >>> 16) * size) >>> 16);
    }
    const best = favourite(people, shelf, i, places, places.length, 0.35);
    noteSeen(people, i, byTopic[best]!);
  }
}

/** Cumulative shares of topics in a person's diet, while what they saw is drawn. */
const diet = new Float64Array(TOPIC_COUNT);

/**
 * Boredom starts where a steady feed holds it: part interests, part what was saved, part the even share that blending adds. The parts were
 * read off worlds run for seventy days; fourteen days of burn-in are far too few for people who come once a week.
 */
export function startBored(people: People, i: number, ideas: Ideas): void {
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
