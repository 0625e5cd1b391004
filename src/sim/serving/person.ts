/** The feature store's view of one person: an embedding and topic shares from logged history, and what they saw lately. */
import { NO_IDEA } from '../people/people.ts';
import { EMBED_DIMS, SEEN_CAPACITY, TOPIC_COUNT } from '../presets.ts';
import type { World } from '../world.ts';

/** Shrinkage of the embedding of people with little history: 1.6 · Σ / (n + 6). */
const EMBED_GAIN = 1.6;
const EMBED_PRIOR = 6;
const SEEN_UNIT = 1 / SEEN_CAPACITY;

/**
 * Fills the scratch with the person's features from the last `cap` actions, and stamps what they saw. `again`: the
 * same visit's second request, whose history need not be read twice.
 */
export function loadPerson(world: World, person: number, cap: number, again: boolean): void {
  const { scratch } = world;
  if (!again || scratch.loadedPerson !== person || scratch.loadedCap !== cap)
    loadHistory(world, person, cap);
  scratch.loadedPerson = person;
  scratch.loadedCap = cap;
  stampSeen(world, person);
}

function loadHistory(world: World, person: number, cap: number): void {
  const { people, ideas, scratch } = world;
  const { userEmbedding: u, topicShare } = scratch;
  topicShare.fill(0);
  // The sums stay in registers, in single precision as they would be in the array.
  let u0 = 0,
    u1 = 0,
    u2 = 0,
    u3 = 0,
    u4 = 0,
    u5 = 0,
    u6 = 0,
    u7 = 0;
  let u8 = 0,
    u9 = 0,
    u10 = 0,
    u11 = 0,
    u12 = 0,
    u13 = 0,
    u14 = 0,
    u15 = 0;
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  const n = Math.min(people.historyLength[person]!, cap);
  let at = people.historyHead[person]!;
  const { embedding: e, topic } = ideas;
  for (let k = 0; k < n; k++) {
    at = at === 0 ? capacity - 1 : at - 1;
    const idea = people.history[start + at]!;
    const j = idea * EMBED_DIMS;
    u0 = Math.fround(u0 + e[j]!);
    u1 = Math.fround(u1 + e[j + 1]!);
    u2 = Math.fround(u2 + e[j + 2]!);
    u3 = Math.fround(u3 + e[j + 3]!);
    u4 = Math.fround(u4 + e[j + 4]!);
    u5 = Math.fround(u5 + e[j + 5]!);
    u6 = Math.fround(u6 + e[j + 6]!);
    u7 = Math.fround(u7 + e[j + 7]!);
    u8 = Math.fround(u8 + e[j + 8]!);
    u9 = Math.fround(u9 + e[j + 9]!);
    u10 = Math.fround(u10 + e[j + 10]!);
    u11 = Math.fround(u11 + e[j + 11]!);
    u12 = Math.fround(u12 + e[j + 12]!);
    u13 = Math.fround(u13 + e[j + 13]!);
    u14 = Math.fround(u14 + e[j + 14]!);
    u15 = Math.fround(u15 + e[j + 15]!);
    const t = topic[idea]!;
    topicShare[t] = topicShare[t]! + 1;
  }
  u[0] = u0;
  u[1] = u1;
  u[2] = u2;
  u[3] = u3;
  u[4] = u4;
  u[5] = u5;
  u[6] = u6;
  u[7] = u7;
  u[8] = u8;
  u[9] = u9;
  u[10] = u10;
  u[11] = u11;
  u[12] = u12;
  u[13] = u13;
  u[14] = u14;
  u[15] = u15;
  const scale = EMBED_GAIN / (n + EMBED_PRIOR);
  for (let d = 0; d < EMBED_DIMS; d++) u[d] = u[d]! * scale;
  const share = 1 / (n + EMBED_PRIOR);
  // Square roots spread small shares out: a topic with a tenth of the history is a real interest.
  for (let t = 0; t < TOPIC_COUNT; t++) topicShare[t] = Math.sqrt(topicShare[t]! * share);
}

function stampSeen(world: World, person: number): void {
  const { people, ideas, scratch } = world;
  const { seenTopic, seenLook, mark } = scratch;
  seenTopic.fill(0);
  seenLook.fill(0);
  const stamp = ++scratch.stamp;
  const start = person * SEEN_CAPACITY;
  for (let k = 0; k < SEEN_CAPACITY; k++) {
    const idea = people.seen[start + k]!;
    if (idea === NO_IDEA) continue;
    mark[idea] = stamp;
    const t = ideas.topic[idea]!;
    const l = ideas.look[idea]!;
    seenTopic[t] = seenTopic[t]! + SEEN_UNIT;
    seenLook[l] = seenLook[l]! + SEEN_UNIT;
  }
}
