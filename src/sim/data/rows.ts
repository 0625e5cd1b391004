/**
 * The training table: one row per logged impression, columnar, one chunk per day. Positives are all kept, the other
 * impressions thinned to `NEGATIVE_KEEP` and weighted back. Features are logged *as served*.
 *
 * A finished day's chunk is never written again, so snapshots share it; only the current one is copied.
 */

/** Share of impressions without any action that are kept. */
export const NEGATIVE_KEEP = 0.25;

export const LABEL_CLOSEUP = 1;
export const LABEL_SAVE = 2;
export const LABEL_DWELL = 4;
export const LABEL_HIDE = 8;

/** Row belongs to the random-exposure slice. */
export const FLAG_RANDOM = 1;
/** Row is a surplus event: the same impression logged again. */
export const FLAG_DUPLICATE = 2;
/** Row was made by an automated account. */
export const FLAG_BOT = 4;

export const ROW_FLOATS = 9;
export const R_DOT = 0;
export const R_TOPIC_SHARE = 1;
export const R_SEEN_TOPIC = 2;
export const R_SEEN_LOOK = 3;
export const R_RATE = 4;
export const R_CLOSEUP_RATE = 5;
export const R_FRESH = 6;
export const R_EXPOSURE = 7;
/** log of the examination probability of the position. */
export const R_OFFSET = 8;

/** Inputs a row logs, by the names of faults where there is one. */
export const ROW_INPUTS = {
  embedding: R_DOT,
  'topic-share': R_TOPIC_SHARE,
  'seen-topic': R_SEEN_TOPIC,
  'seen-look': R_SEEN_LOOK,
  'save-rate': R_RATE,
  'closeup-rate': R_CLOSEUP_RATE,
  freshness: R_FRESH,
  exposure: R_EXPOSURE,
} as const;
export type RowInput = keyof typeof ROW_INPUTS;

export interface RowChunk {
  readonly day: number;
  length: number;
  person: Uint16Array;
  idea: Uint16Array;
  /** Minute of the day. */
  minute: Uint16Array;
  /** `length × ROW_FLOATS`. */
  features: Float32Array;
  weight: Float32Array;
  /** Save probability the served model stated for the row. */
  predicted: Float32Array;
  build: Uint8Array;
  tenure: Uint8Array;
  history: Uint8Array;
  surface: Uint8Array;
  generator: Uint8Array;
  topic: Uint8Array;
  region: Uint8Array;
  /** Tier of the idea's creator. */
  tier: Uint8Array;
  /** See `matchCode`. */
  match: Uint8Array;
  labels: Uint8Array;
  flags: Uint8Array;
  /** Minutes after the impression at which its save reaches the join, see `labels.ts`; 0 where there is none. */
  delay: Uint16Array;
}

/** Labels of a row as a training at some minute reads them, from those that were logged. */
export type LabelReader = (chunk: RowChunk, row: number, labels: number) => number;

export function createChunk(day: number, capacity: number): RowChunk {
  return {
    day,
    length: 0,
    person: new Uint16Array(capacity),
    idea: new Uint16Array(capacity),
    minute: new Uint16Array(capacity),
    features: new Float32Array(capacity * ROW_FLOATS),
    weight: new Float32Array(capacity),
    predicted: new Float32Array(capacity),
    build: new Uint8Array(capacity),
    tenure: new Uint8Array(capacity),
    history: new Uint8Array(capacity),
    surface: new Uint8Array(capacity),
    generator: new Uint8Array(capacity),
    topic: new Uint8Array(capacity),
    region: new Uint8Array(capacity),
    tier: new Uint8Array(capacity),
    match: new Uint8Array(capacity),
    labels: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    delay: new Uint16Array(capacity),
  };
}

/** Makes a fresh chunk of one that its only world is done with. */
export function renewChunk(chunk: RowChunk, day: number): RowChunk {
  for (const column of Object.values(chunk))
    if (ArrayBuffer.isView(column)) (column as Uint8Array).fill(0);
  return Object.assign(chunk, { day, length: 0 });
}

/** Index of a fresh row, growing the chunk when it is full. */
export function pushRow(chunk: RowChunk): number {
  if (chunk.length === chunk.weight.length) grow(chunk);
  return chunk.length++;
}

function grow(chunk: RowChunk): void {
  const capacity = Math.max(256, chunk.weight.length * 2);
  const bigger = createChunk(chunk.day, capacity);
  copyColumns(chunk, bigger);
  const { length } = chunk;
  Object.assign(chunk, bigger, { length });
}

function copyColumns(from: RowChunk, to: RowChunk): void {
  const n = from.length;
  to.person.set(from.person.subarray(0, n));
  to.idea.set(from.idea.subarray(0, n));
  to.minute.set(from.minute.subarray(0, n));
  to.features.set(from.features.subarray(0, n * ROW_FLOATS));
  to.weight.set(from.weight.subarray(0, n));
  to.predicted.set(from.predicted.subarray(0, n));
  to.build.set(from.build.subarray(0, n));
  to.tenure.set(from.tenure.subarray(0, n));
  to.history.set(from.history.subarray(0, n));
  to.surface.set(from.surface.subarray(0, n));
  to.generator.set(from.generator.subarray(0, n));
  to.topic.set(from.topic.subarray(0, n));
  to.region.set(from.region.subarray(0, n));
  to.tier.set(from.tier.subarray(0, n));
  to.match.set(from.match.subarray(0, n));
  to.labels.set(from.labels.subarray(0, n));
  to.flags.set(from.flags.subarray(0, n));
  to.delay.set(from.delay.subarray(0, n));
}

/** A copy that can be written without touching the original. */
export function copyChunk(chunk: RowChunk): RowChunk {
  const copy = createChunk(chunk.day, chunk.weight.length);
  copyColumns(chunk, copy);
  copy.length = chunk.length;
  return copy;
}
