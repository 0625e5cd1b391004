/** The feature store's view of one person: an embedding and topic shares from logged history, and what they saw lately. */
import { NO_IDEA } from '../people/people.ts';
import { EMBED_DIMS, SEEN_CAPACITY, TOPIC_COUNT } from '../presets.ts';
import type { World } from '../world.ts';

/** Shrinkage of the embedding of people with little history: 1.6 · Σ / (n + prior). */
const EMBED_GAIN = 1.6;
const SEEN_UNIT = 1 / SEEN_CAPACITY;

/**
 * Fills the scratch with the person's features from the last `cap` actions, and stamps what they saw. `again`: the
 * same visit's second request, whose history need not be read twice.
 */
export function loadPerson(
  world: World,
  person: number,
  cap: number,
  prior: number,
  again: boolean,
): void {
  const { scratch } = world;
  if (
    !again ||
    scratch.loadedPerson !== person ||
    scratch.loadedCap !== cap ||
    scratch.loadedPrior !== prior
  ) {
    loadHistory(world, person, cap, prior);
    scratch.centroidPerson = -1;
  }
  scratch.loadedPerson = person;
  scratch.loadedCap = cap;
  scratch.loadedPrior = prior;
  stampSeen(world, person);
}

function loadHistory(world: World, person: number, cap: number, prior: number): void {
  const { people, scratch } = world;
  const { userEmbedding: u, topicShare } = scratch;
  const n = Math.min(people.historyLength[person]!, cap);
  if (n === people.historyLength[person]!) takeAll(world, person);
  else sumNewest(world, person, n);
  if (people.declared[person] !== 0) addDeclared(world, person, prior);
  const scale = EMBED_GAIN / (n + prior);
  for (let d = 0; d < EMBED_DIMS; d++) u[d] = u[d]! * scale;
  const share = 1 / (n + prior);
  // Square roots spread small shares out: a topic with a tenth of the history is a real interest.
  for (let t = 0; t < TOPIC_COUNT; t++) topicShare[t] = Math.sqrt(topicShare[t]! * share);
}

/** How much of the prior is what a newcomer named at sign-up. */
const NAMED_WEIGHT = 0.7;

/** A newcomer's prior: topics they named, each as if they had saved from it; with it the embedding starts somewhere. */
function addDeclared(world: World, person: number, prior: number): void {
  const { scratch, encoder } = world;
  const { userEmbedding: u, topicShare } = scratch;
  const bits = world.people.declared[person]!;
  let named = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) named += (bits >> t) & 1;
  const each = (NAMED_WEIGHT * prior) / named;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    if (((bits >> t) & 1) === 0) continue;
    topicShare[t] = topicShare[t]! + each;
    for (let d = 0; d < EMBED_DIMS; d++)
      u[d] = u[d]! + each * TOPIC_PART * encoder.topicAxes[t * EMBED_DIMS + d]!;
  }
}

/** Length of the topic's part in an idea's unit embedding; style is the rest. */
const TOPIC_PART = 0.75;

/** The same sums over the newest `n` actions alone: what a shorter history leaves of them. */
function sumNewest(world: World, person: number, n: number): void {
  const { people, scratch } = world;
  const { userEmbedding: u, topicShare } = scratch;
  const length = people.historyLength[person]!;
  if (length - n < n) {
    takeAll(world, person);
    addActions(world, person, n, length, -1);
    return;
  }
  u.fill(0);
  topicShare.fill(0);
  addActions(world, person, 0, n, 1);
}

/** Adds actions to the sums, or takes them out: those `from … to − 1` places before the newest. */
function addActions(world: World, person: number, from: number, to: number, sign: 1 | -1): void {
  const { people, ideas, scratch } = world;
  const { userEmbedding: u, topicShare } = scratch;
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  let at = (people.historyHead[person]! - from + capacity) % capacity;
  for (let k = from; k < to; k++) {
    at = at === 0 ? capacity - 1 : at - 1;
    const idea = people.history[start + at]!;
    const e = idea * EMBED_DIMS;
    for (let d = 0; d < EMBED_DIMS; d++) u[d] = u[d]! + sign * ideas.embedding[e + d]!;
    const t = ideas.topic[idea]!;
    topicShare[t] = topicShare[t]! + sign;
  }
}

/** The running sums over the whole history. */
function takeAll({ people, scratch }: World, person: number): void {
  const { userEmbedding: u, topicShare } = scratch;
  for (let d = 0; d < EMBED_DIMS; d++) u[d] = people.historySum[person * EMBED_DIMS + d]!;
  for (let t = 0; t < TOPIC_COUNT; t++)
    topicShare[t] = people.historyTopics[person * TOPIC_COUNT + t]!;
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
