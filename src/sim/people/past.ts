/** What people did and were shown before the world began: a history, what they saw lately, and how tired they are of it. */
import { fastExp } from '../../determinism/fastMath.ts';
import { subKey } from '../../determinism/random.ts';
import { coSave } from '../ideas/cosave.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { EMBED_DIMS, LOOK_COUNT, SEEN_CAPACITY, STYLE_DIMS, TOPIC_COUNT } from '../presets.ts';
import { append, type People } from './people.ts';
import type { Shelf } from './shelf.ts';

/**
 * The history of a person: their saves, how many are on each topic, and what was saved together. Core people plan in projects,
 * bursts of 30–100 saves on one topic; older saves of casual people are partly on topics they have since dropped. Both shape
 * what a shorter history loses.
 */
export function drawHistory(
  key: number,
  people: People,
  i: number,
  actions: number,
  ideas: Ideas,
  shelf: Shelf,
): void {
  const { chosen, topicCount } = shelf;
  for (let d = 0; d < STYLE_DIMS; d++) shelf.style[d] = people.style[i * STYLE_DIMS + d]!;
  for (let t = 0; t < TOPIC_COUNT; t++) shelf.interest[t] = people.interest[i * TOPIC_COUNT + t]!;
  shelf.run.history(subKey(subKey(key, i), 77), actions, people.activity[i] === 1 ? 1 : 0);
  // What the person saved just before, while they stay on a topic; the complement stands where they turn to another.
  let last = -1;
  for (let a = 0; a < actions; a++) {
    const next = chosen[a]!;
    const idea = next < 0 ? ~next : next;
    if (next >= 0) coSave(ideas, last, idea);
    last = idea;
    append(people, i, idea);
  }
  people.historyTopics.set(topicCount, i * TOPIC_COUNT);
  people.historySum.set(shelf.sum, i * EMBED_DIMS);
}

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

/** What was put before a person lately, as their diet and style would have it. Their history was drawn just before. */
export function drawSeen(key: number, people: People, i: number, shelf: Shelf): void {
  for (let t = 0; t < TOPIC_COUNT; t++) shelf.diet[t] = people.topicBoredom[i * TOPIC_COUNT + t]!;
  shelf.run.feed(subKey(subKey(key, i), 78));
  people.seen.set(shelf.seen, i * SEEN_CAPACITY);
}

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
