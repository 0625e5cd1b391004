/**
 * The trainer: logistic regression per head by SGD over logged rows, warm-started, the iterates averaged over the
 * second half of the pass (Polyak–Ruppert averaging; it is what keeps calibration steady from day to day).
 */
import { BATCH, createTrainerKernel, type TrainerFunctions } from '../kernel/trainer.ts';
import { HEAD_COUNT } from '../presets.ts';
import {
  FEATURE_COUNT,
  F_BUILD,
  F_DOT,
  F_LOCAL,
  F_PRICE,
  F_HISTORY,
  F_LEAK,
  F_REGION,
  F_SOURCE,
  F_SURFACE,
  F_TENURE,
  F_TIER,
  F_TOPIC,
} from './layout.ts';
import { LABEL_SAVE, ROW_FLOATS, type LabelReader, type RowChunk } from './rows.ts';

/** `HEAD_COUNT × FEATURE_COUNT`, heads in the order of HEADS. */
export type Weights = Float64Array;

const RATE_DENSE = 0.012;
/** Weights of constants and one-hots move slower: they see every row. */
const RATE_BIAS = 0.3 * RATE_DENSE;
const RATE_BUILD = 0.5 * RATE_DENSE;

export interface TrainOptions {
  /** Which rows take part, and with what weight (0: left out). */
  readonly weigh: (chunk: RowChunk, row: number) => number;
  /** Learning-rate factor; 1 for the daily pass. */
  readonly speed: number;
  /** What the training takes for labels; absent: what was logged. */
  readonly read?: LabelReader;
  /** Weight of a row that was saved, for saves the join is known to lose; absent: 1. */
  readonly positive?: number;
  /** First row of a chunk that is read; absent: all are. */
  readonly from?: (chunk: RowChunk) => number;
  /** The leaking feature of every row of a chunk; absent: the version has none. */
  readonly leak?: (chunk: RowChunk) => Float32Array;
}

/**
 * One pass over the chunks in the order given. Returns new weights; `start` is untouched. With no usable row the
 * start comes back unchanged.
 */
export function train(start: Weights, chunks: readonly RowChunk[], options: TrainOptions): Weights {
  const { from = () => 0, speed } = options;
  let usable = 0;
  for (const chunk of chunks) usable += chunk.length - from(chunk);
  const half = usable >> 1;
  trainer ??= createTrainer();
  const { run, trained, trainedSum } = trainer;
  transpose(start, trained);
  trainedSum.fill(0);
  let averaged = 0;
  let at = 0;
  let learnt = 0;
  for (const chunk of chunks) {
    const leak = options.leak?.(chunk) ?? null;
    for (let first = from(chunk); first < chunk.length; first += BATCH) {
      const end = Math.min(first + BATCH, chunk.length);
      learnt += bringIn(trainer, chunk, first, end, options, leak);
      averaged += run.learn(
        end - first,
        at,
        half,
        RATE_DENSE * speed,
        RATE_BIAS * speed,
        RATE_BUILD * speed,
        leak === null ? 0 : 1,
      );
      at += end - first;
    }
  }
  if (learnt === 0) return start.slice();
  const w = new Float64Array(start.length);
  if (averaged > 0)
    for (let k = 0; k < trainedSum.length; k++) trainedSum[k] = trainedSum[k]! / averaged;
  transposeBack(averaged > 0 ? trainedSum : trained, w);
  return w;
}

/**
 * A batch of rows into the trainer's memory, with the weights and labels that this training gives them. Returns how many
 * have a weight.
 */
function bringIn(
  { columns, rowFeatures, rowWeight, rowLabels, rowLeak }: Trainer,
  chunk: RowChunk,
  first: number,
  end: number,
  { weigh, read, positive = 1 }: TrainOptions,
  leak: Float32Array | null,
): number {
  let weighed = 0;
  rowFeatures.set(chunk.features.subarray(first * ROW_FLOATS, end * ROW_FLOATS));
  COLUMNS.forEach((name, k) => columns[k]!.set(chunk[name].subarray(first, end)));
  if (leak !== null) rowLeak.set(leak.subarray(first, end));
  for (let r = first; r < end; r++) {
    let weight = chunk.weight[r]! * weigh(chunk, r);
    let labels = chunk.labels[r]!;
    if (weight > 0 && labels !== 0) {
      if (read !== undefined) labels = read(chunk, r, labels);
      if ((labels & LABEL_SAVE) !== 0) weight *= positive;
    }
    if (weight > 0) weighed++;
    rowWeight[r - first] = weight;
    rowLabels[r - first] = labels;
  }
  return weighed;
}

/** One-hot columns of a row in the kernel's order, and the features at which they begin. */
export const COLUMNS = [
  'surface',
  'build',
  'tenure',
  'history',
  'region',
  'tier',
  'generator',
  'topic',
  'match',
] as const satisfies readonly (keyof RowChunk)[];
export const FEATURE_AT = [
  F_SURFACE,
  F_BUILD,
  F_TENURE,
  F_HISTORY,
  F_REGION,
  F_TIER,
  F_SOURCE,
  F_TOPIC,
  F_LOCAL,
  F_PRICE,
  F_DOT,
  F_LEAK,
] as const;

/** The kernel's memory for a batch of rows and for weights with the heads of a feature side by side. */
interface Trainer {
  readonly run: TrainerFunctions;
  readonly columns: readonly Uint8Array[];
  readonly rowFeatures: Float32Array;
  readonly rowWeight: Float32Array;
  readonly rowLabels: Uint8Array;
  readonly rowLeak: Float32Array;
  readonly trained: Float32Array;
  readonly trainedSum: Float64Array;
}

let trainer: Trainer | null = null;

function createTrainer(): Trainer {
  const kernel = createTrainerKernel(FEATURE_COUNT);
  kernel.ints('featureAt', FEATURE_AT.length).set(FEATURE_AT);
  const columns = kernel.bytes('rowColumns', COLUMNS.length * BATCH);
  return {
    run: kernel.run,
    columns: COLUMNS.map((_, k) => columns.subarray(k * BATCH, (k + 1) * BATCH)),
    rowFeatures: kernel.floats('rowFeatures', BATCH * ROW_FLOATS),
    rowWeight: kernel.floats('rowWeight', BATCH),
    rowLabels: kernel.bytes('rowLabels', BATCH),
    rowLeak: kernel.floats('rowLeak', BATCH),
    trained: kernel.floats('trained', FEATURE_COUNT * HEAD_COUNT),
    trainedSum: kernel.doubles('trainedSum', FEATURE_COUNT * HEAD_COUNT),
  };
}

function transpose(from: Weights, to: Float32Array): void {
  for (let h = 0; h < HEAD_COUNT; h++)
    for (let f = 0; f < FEATURE_COUNT; f++) to[f * HEAD_COUNT + h] = from[h * FEATURE_COUNT + f]!;
}

function transposeBack(from: Float32Array | Float64Array, to: Weights): void {
  for (let h = 0; h < HEAD_COUNT; h++)
    for (let f = 0; f < FEATURE_COUNT; f++) to[h * FEATURE_COUNT + f] = from[f * HEAD_COUNT + h]!;
}
