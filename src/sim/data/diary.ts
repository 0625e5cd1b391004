/**
 * The diary of the training table. Rows are dropped after some days; what dashboards say of older ones is summed up at
 * the turn of the day. Derived from rows and never read by the platform.
 */
import { HEAD_COUNT } from '../presets.ts';
import { coverage } from '../telemetry/drift.ts';
import type { World } from '../world.ts';
import {
  C_HEADS,
  C_STATED,
  C_TWICE,
  COLUMN_COUNT,
  JOIN_CUTS,
  QUARTERS,
  QUARTER_MINUTES,
  ROW_CUTS,
  type InputSamples,
  type JoinCut,
  type JoinSums,
  type RowCut,
  type RowSums,
} from './diaryShape.ts';
import { labelReader } from './labels.ts';
import { FLAG_DUPLICATE, LABEL_SAVE, ROW_FLOATS, ROW_INPUTS, type RowChunk } from './rows.ts';

const CUTS = Object.keys(ROW_CUTS) as readonly RowCut[];
/** Values of an input kept of a day. */
const SAMPLE = 1000;

/** What is summed of every row, worked out once for all cuts. */
interface Amounts {
  readonly quarter: Uint8Array;
  /** Weighted: what was stated, and the rows logged again. */
  readonly stated: Float64Array;
  readonly twice: Float64Array;
}

function amountsOf({ length, weight, predicted, flags, minute }: RowChunk): Amounts {
  const quarter = new Uint8Array(length);
  const stated = new Float64Array(length);
  const twice = new Float64Array(length);
  for (let r = 0; r < length; r++) {
    quarter[r] = Math.floor(minute[r]! / QUARTER_MINUTES);
    const score = predicted[r]!;
    if (score === score) stated[r] = weight[r]! * score;
    if ((flags[r]! & FLAG_DUPLICATE) !== 0) twice[r] = weight[r]!;
  }
  return { quarter, stated, twice };
}

/** A chunk's rows summed by quarter of the day and by every cut. */
export function sumRows(world: World, chunk: RowChunk): RowSums {
  const amounts = amountsOf(chunk);
  return Object.fromEntries(
    CUTS.map((cut) => {
      const out = new Float64Array(ROW_CUTS[cut] * QUARTERS * COLUMN_COUNT);
      sumBy(valuesOf(world, chunk, cut), chunk, amounts, out);
      return [cut, out];
    }),
  ) as Record<RowCut, Float64Array>;
}

/** By row, the value of a cut. */
function valuesOf(world: World, chunk: RowChunk, cut: RowCut): Uint8Array {
  if (cut !== 'all' && cut !== 'platform') return chunk[cut];
  const values = new Uint8Array(chunk.length);
  const { platform } = world.people;
  if (cut === 'platform')
    for (let r = 0; r < values.length; r++) values[r] = platform[chunk.person[r]!]!;
  return values;
}

function sumBy(
  values: Uint8Array,
  { length, weight, labels }: RowChunk,
  { quarter, stated, twice }: Amounts,
  out: Float64Array,
): void {
  for (let r = 0; r < length; r++) {
    const at = (values[r]! * QUARTERS + quarter[r]!) * COLUMN_COUNT;
    out[at] = out[at]! + weight[r]!;
    out[at + C_STATED] = out[at + C_STATED]! + stated[r]!;
    out[at + C_TWICE] = out[at + C_TWICE]! + twice[r]!;
    const did = labels[r]!;
    if (did === 0) continue;
    for (let h = 0; h < HEAD_COUNT; h++)
      out[at + C_HEADS + h] = out[at + C_HEADS + h]! + ((did >> h) & 1);
  }
}

/** What the join has of a chunk's saves at a minute. */
export function sumJoins(world: World, chunk: RowChunk | undefined, tick: number): JoinSums {
  const sums = Object.fromEntries(
    JOIN_CUTS.map((cut) => [cut, new Float64Array(ROW_CUTS[cut] * 2)]),
  ) as Record<JoinCut, Float64Array>;
  if (chunk === undefined) return sums;
  const read = labelReader(world, '', tick);
  const saved: number[] = [];
  const joined: number[] = [];
  for (let r = 0; r < chunk.length; r++) {
    const labels = chunk.labels[r]!;
    if ((labels & LABEL_SAVE) === 0) continue;
    saved.push(r);
    joined.push((read(chunk, r, labels) & LABEL_SAVE) === 0 ? 0 : 1);
  }
  for (const cut of JOIN_CUTS) {
    const values = valuesOf(world, chunk, cut);
    const out = sums[cut];
    for (let k = 0; k < saved.length; k++) {
      const at = 2 * values[saved[k]!]!;
      out[at] = out[at]! + 1;
      out[at + 1] = out[at + 1]! + joined[k]!;
    }
  }
  return sums;
}

/** Values of every input at even steps of the rows' weight: a sample of what was served. */
export function sampleInputs(chunk: RowChunk): InputSamples {
  let total = 0;
  for (let r = 0; r < chunk.length; r++) total += chunk.weight[r]!;
  const rows: number[] = [];
  let sum = 0;
  for (let r = 0; r < chunk.length && rows.length < SAMPLE; r++) {
    sum += chunk.weight[r]!;
    if (sum * SAMPLE >= (rows.length + 0.5) * total) rows.push(r);
  }
  const column = (offset: number): Float32Array => {
    const values = new Float32Array(rows.length);
    for (let k = 0; k < values.length; k++)
      values[k] = chunk.features[rows[k]! * ROW_FLOATS + offset]!;
    return values.sort();
  };
  return Object.fromEntries(
    Object.entries(ROW_INPUTS).map(([input, offset]) => [input, column(offset)]),
  ) as unknown as InputSamples;
}

/** Closes the day in the diary: before counters decay and the next day's chunk begins. */
export function closeDiary(world: World, tick: number): void {
  const { chunks, ideas } = world;
  const chunk = chunks[chunks.length - 1]!;
  let live = 0;
  for (let i = 0; i < ideas.count; i++) live += ideas.live[i]!;
  world.diary = [
    ...world.diary,
    {
      day: chunk.day,
      sums: sumRows(world, chunk),
      inputs: sampleInputs(chunk),
      joins: sumJoins(world, chunks[chunks.length - 2], tick),
      coverage: coverage(world),
      live,
    },
  ];
}
