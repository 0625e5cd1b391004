/**
 * The people of Corkboard as columns. Latent parts (interests, style, tolerance) are truth; the history is what was
 * logged; embeddings made from it are belief and live in the serving path, not here.
 */
import type { Ideas } from '../ideas/ideas.ts';
import {
  EMBED_DIMS,
  TOPIC_COUNT,
  LOOK_COUNT,
  STYLE_DIMS,
  SEEN_CAPACITY,
  SLATE_SIZE,
  thinningOf,
  type Preset,
} from '../presets.ts';

export interface People {
  readonly count: number;
  /** The world's calibration, see `Preset`. */
  readonly saveShift: number;
  readonly closeupShift: number;
  /** Real visits that one here stands for. */
  readonly thinning: number;
  // Labels, fixed at birth. Values index the lists in segments.ts.
  readonly region: Uint8Array;
  readonly platform: Uint8Array;
  readonly tier: Uint8Array;
  readonly activity: Uint8Array;
  readonly language: Uint8Array;
  readonly network: Uint8Array;
  readonly entry: Uint8Array;
  /** Price tier a person looks for. */
  readonly budget: Uint8Array;
  /** 1: may be sent notifications. */
  readonly push: Uint8Array;
  /** Day of sign-up; negative before the world began. */
  readonly signupDay: Int32Array;
  /** First day on which they are gone for good. */
  readonly leaveDay: Int32Array;
  /** First of the places that only a campaign fills. */
  readonly campaignFrom: number;
  /** Interests newcomers named at sign-up, a bit a topic; 0: none known, and nobody asks those who have been here long. */
  readonly declared: Int32Array;
  /** Position in the adoption order of app builds, [0, 1): small adopts first. */
  readonly adoption: Float32Array;
  /** Base rate of simulated sessions a day, before satisfaction. */
  readonly rate: Float32Array;
  // Latent tastes.
  /** `count × TOPIC_COUNT`, 0..1. */
  readonly interest: Float32Array;
  /** `count × STYLE_DIMS`, unit length. */
  readonly style: Float32Array;
  readonly repetitionSensitivity: Float32Array;
  // Slow states.
  /** Log-scale deviation from a person's own normal; visits go with exp(2 · satisfaction). */
  readonly satisfaction: Float32Array;
  /** Expected value per examined slot of a normal session of this person; 0: not known yet. */
  readonly norm: Float32Array;
  /** Recent share of each topic in what was shown: boredom. `count × TOPIC_COUNT`. */
  readonly topicBoredom: Float32Array;
  /** `count × LOOK_COUNT`. */
  readonly lookBoredom: Float32Array;
  // Logged history: a ring of saved ideas per person.
  /** Start of a person's ring in `history`; one longer than `count`. */
  readonly historyStart: Int32Array;
  readonly history: Uint16Array;
  readonly historyHead: Int32Array;
  readonly historyLength: Int32Array;
  // The feature store's running sums over the ring: what a request reads in place of walking it.
  /** Sum of the embeddings of the ideas in a person's history, `count × EMBED_DIMS`. */
  readonly historySum: Float32Array;
  /** How many of them are of each topic, `count × TOPIC_COUNT`. */
  readonly historyTopics: Uint16Array;
  // Recently shown ideas: a ring of SEEN_CAPACITY per person; 0xffff: empty.
  readonly seen: Uint16Array;
  readonly seenHead: Int32Array;
  // The last home slate, `count × SLATE_SIZE`, with the minute it was made; −1: none.
  readonly cachedSlate: Uint16Array;
  readonly cachedSource: Uint8Array;
  readonly cachedTick: Int32Array;
}

export const NO_IDEA = 0xffff;

/** Columns of the right shape, all zero; `historyCapacity[i]` is the ring length of person i. */
export function allocatePeople(
  preset: Preset,
  historyCapacity: Int32Array,
  campaignFrom: number,
): People {
  const count = historyCapacity.length;
  const historyStart = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) historyStart[i + 1] = historyStart[i]! + historyCapacity[i]!;
  return {
    count,
    saveShift: preset.saveShift,
    thinning: thinningOf(preset),
    closeupShift: preset.closeupShift,
    region: new Uint8Array(count),
    platform: new Uint8Array(count),
    tier: new Uint8Array(count),
    activity: new Uint8Array(count),
    language: new Uint8Array(count),
    network: new Uint8Array(count),
    entry: new Uint8Array(count),
    budget: new Uint8Array(count),
    push: new Uint8Array(count),
    signupDay: new Int32Array(count),
    leaveDay: new Int32Array(count),
    campaignFrom,
    declared: new Int32Array(count),
    adoption: new Float32Array(count),
    rate: new Float32Array(count),
    interest: new Float32Array(count * TOPIC_COUNT),
    style: new Float32Array(count * STYLE_DIMS),
    repetitionSensitivity: new Float32Array(count),
    satisfaction: new Float32Array(count),
    norm: new Float32Array(count),
    topicBoredom: new Float32Array(count * TOPIC_COUNT),
    lookBoredom: new Float32Array(count * LOOK_COUNT),
    historyStart,
    history: new Uint16Array(historyStart[count]!),
    historyHead: new Int32Array(count),
    historyLength: new Int32Array(count),
    historySum: new Float32Array(count * EMBED_DIMS),
    historyTopics: new Uint16Array(count * TOPIC_COUNT),
    seen: new Uint16Array(count * SEEN_CAPACITY).fill(NO_IDEA),
    seenHead: new Int32Array(count),
    cachedSlate: new Uint16Array(count * SLATE_SIZE),
    cachedSource: new Uint8Array(count * SLATE_SIZE),
    cachedTick: new Int32Array(count).fill(-1),
  };
}

/** Appends a saved idea to a person's history, overwriting the oldest when the ring is full. */
export function remember(people: People, ideas: Ideas, person: number, idea: number): void {
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  if (capacity === 0) return;
  if (people.historyLength[person] === capacity)
    tally(people, ideas, person, people.history[start + people.historyHead[person]!]!, -1);
  append(people, person, idea);
  tally(people, ideas, person, idea, 1);
}

/** The same without the running sums, for a whole past at once; its sums are taken while it is drawn. */
export function append(people: People, person: number, idea: number): void {
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  if (capacity === 0) return;
  const head = people.historyHead[person]!;
  people.history[start + head] = idea;
  people.historyHead[person] = head + 1 === capacity ? 0 : head + 1;
  people.historyLength[person] = Math.min(capacity, people.historyLength[person]! + 1);
}

/** Takes an idea into the running sums of a person's history, or out of them. */
function tally(people: People, ideas: Ideas, person: number, idea: number, sign: 1 | -1): void {
  const { historySum, historyTopics } = people;
  const { embedding } = ideas;
  const s = person * EMBED_DIMS;
  const e = idea * EMBED_DIMS;
  for (let d = 0; d < EMBED_DIMS; d++)
    historySum[s + d] = historySum[s + d]! + sign * embedding[e + d]!;
  const t = person * TOPIC_COUNT + ideas.topic[idea]!;
  historyTopics[t] = historyTopics[t]! + sign;
}

/** Notes that an idea was put before a person. */
export function noteSeen(people: People, person: number, idea: number): void {
  const head = people.seenHead[person]!;
  people.seen[person * SEEN_CAPACITY + head] = idea;
  people.seenHead[person] = head + 1 === SEEN_CAPACITY ? 0 : head + 1;
}
