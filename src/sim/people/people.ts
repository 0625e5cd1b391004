/**
 * The people of Corkboard as columns. Latent parts (interests, style, tolerance) are truth; the history is what was
 * logged; embeddings made from it are belief and live in the serving path, not here.
 */
import { TOPIC_COUNT, LOOK_COUNT, STYLE_DIMS, SEEN_CAPACITY } from '../presets.ts';

export interface People {
  readonly count: number;
  // Labels, fixed at birth. Values index the lists in segments.ts.
  readonly region: Uint8Array;
  readonly platform: Uint8Array;
  readonly tier: Uint8Array;
  readonly activity: Uint8Array;
  /** Day of sign-up; negative before the world began. */
  readonly signupDay: Int32Array;
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
  // Recently shown ideas: a ring of SEEN_CAPACITY per person; 0xffff: empty.
  readonly seen: Uint16Array;
  readonly seenHead: Int32Array;
}

export const NO_IDEA = 0xffff;

/** Columns of the right shape, all zero; `historyCapacity[i]` is the ring length of person i. */
export function allocatePeople(count: number, historyCapacity: Int32Array): People {
  const historyStart = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) historyStart[i + 1] = historyStart[i]! + historyCapacity[i]!;
  return {
    count,
    region: new Uint8Array(count),
    platform: new Uint8Array(count),
    tier: new Uint8Array(count),
    activity: new Uint8Array(count),
    signupDay: new Int32Array(count),
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
    seen: new Uint16Array(count * SEEN_CAPACITY).fill(NO_IDEA),
    seenHead: new Int32Array(count),
  };
}

/** Appends a saved idea to a person's history, overwriting the oldest when the ring is full. */
export function remember(people: People, person: number, idea: number): void {
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  if (capacity === 0) return;
  const head = people.historyHead[person]!;
  people.history[start + head] = idea;
  people.historyHead[person] = head + 1 === capacity ? 0 : head + 1;
  if (people.historyLength[person]! < capacity)
    people.historyLength[person] = people.historyLength[person]! + 1;
}

/** Notes that an idea was put before a person. */
export function noteSeen(people: People, person: number, idea: number): void {
  const head = people.seenHead[person]!;
  people.seen[person * SEEN_CAPACITY + head] = idea;
  people.seenHead[person] = head + 1 === SEEN_CAPACITY ? 0 : head + 1;
}
