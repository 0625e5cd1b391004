/**
 * The trainer: logistic regression per head by SGD over logged rows, warm-started, the iterates averaged over the
 * second half of the pass (Polyak–Ruppert averaging; it is what keeps calibration steady from day to day).
 */
import { fastSigmoid } from '../../determinism/fastMath.ts';
import { HEAD_COUNT, NOTIFICATIONS, PRICE_TIERS, RELATED, SEARCH } from '../presets.ts';
import {
  FEATURE_COUNT,
  F_BIAS,
  F_BUILD,
  F_CLOSEUP_RATE,
  F_DOT,
  F_EXPOSURE,
  F_FRESH,
  F_LOCAL,
  F_PRICE,
  F_HISTORY,
  F_LEAK,
  F_RATE,
  F_REGION,
  F_SEEN_LOOK,
  F_SEEN_TOPIC,
  F_SOURCE,
  F_SURFACE,
  F_TENURE,
  F_TIER,
  F_TOPIC,
  F_TOPIC_SHARE,
} from './layout.ts';
import { LABEL_SAVE, ROW_FLOATS, R_OFFSET, type LabelReader, type RowChunk } from './rows.ts';

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
  const w = start.slice();
  let usable = 0;
  const { read, positive = 1, from = () => 0 } = options;
  for (const chunk of chunks) usable += chunk.length - from(chunk);
  const half = usable >> 1;
  const sum = new Float64Array(w.length);
  let averaged = 0;
  let at = 0;
  for (const chunk of chunks) {
    const leak = options.leak?.(chunk) ?? null;
    for (let r = from(chunk); r < chunk.length; r++, at++) {
      let weight = chunk.weight[r]! * options.weigh(chunk, r);
      if (weight > 0) {
        let labels = chunk.labels[r]!;
        if (labels !== 0) {
          if (read !== undefined) labels = read(chunk, r, labels);
          if ((labels & LABEL_SAVE) !== 0) weight *= positive;
        }
        learn(w, chunk, r, weight, labels, options.speed, leak);
      }
      // Averaging every eighth iterate is as steady as every one and costs an eighth.
      if (at >= half && (at & 7) === 0) {
        addTo(sum, w);
        averaged++;
      }
    }
  }
  if (averaged === 0) return w;
  for (let k = 0; k < w.length; k++) sum[k] = sum[k]! / averaged;
  return sum;
}

function addTo(sum: Weights, w: Weights): void {
  for (let k = 0; k < w.length; k++) sum[k] = sum[k]! + w[k]!;
}

/**
 * One step of gradient on a row, all heads. A function of its own, because engines make a small one fast long before a
 * loop that runs once a night.
 */
function learn(
  w: Weights,
  chunk: RowChunk,
  r: number,
  weight: number,
  labels: number,
  speed: number,
  leak: Float32Array | null,
): void {
  const x = chunk.features;
  const dense = RATE_DENSE * speed;
  const bias = RATE_BIAS * speed;
  const buildRate = RATE_BUILD * speed;
  const f = r * ROW_FLOATS;
  const surface = F_SURFACE + chunk.surface[r]!;
  const build = F_BUILD + chunk.build[r]!;
  const tenure = F_TENURE + chunk.tenure[r]!;
  const history = F_HISTORY + chunk.history[r]!;
  const region = F_REGION + chunk.region[r]!;
  const tier = F_TIER + chunk.tier[r]!;
  const source = F_SOURCE + chunk.generator[r]!;
  const match = chunk.match[r]!;
  const isLocal = match >= PRICE_TIERS ? 1 : 0;
  const local = F_LOCAL + chunk.region[r]!;
  const price = F_PRICE + (isLocal === 1 ? match - PRICE_TIERS : match);
  const topic = F_TOPIC + chunk.topic[r]!;
  const offset = x[f + R_OFFSET]!;
  for (let h = 0; h < HEAD_COUNT; h++) {
    const b = h * FEATURE_COUNT;
    let z =
      offset +
      w[b + F_BIAS]! +
      w[b + surface]! +
      w[b + build]! +
      w[b + tenure]! +
      w[b + history]! +
      w[b + region]! +
      w[b + tier]! +
      w[b + source]! +
      isLocal * w[b + local]! +
      w[b + price]! +
      w[b + topic]! +
      x[f]! * w[b + F_DOT]! +
      x[f + 1]! * w[b + F_TOPIC_SHARE]! +
      x[f + 2]! * w[b + F_SEEN_TOPIC]! +
      x[f + 3]! * w[b + F_SEEN_LOOK]! +
      x[f + 4]! * w[b + F_RATE]! +
      x[f + 5]! * w[b + F_CLOSEUP_RATE]! +
      x[f + 6]! * w[b + F_FRESH]! +
      x[f + 7]! * w[b + F_EXPOSURE]!;
    if (leak !== null) z += leak[r]! * w[b + F_LEAK]!;
    const error = weight * (((labels >> h) & 1) - fastSigmoid(z));
    const g = bias * error;
    w[b + F_BIAS] = w[b + F_BIAS]! + g;
    w[b + surface] = w[b + surface]! + g;
    w[b + build] = w[b + build]! + buildRate * error;
    w[b + tenure] = w[b + tenure]! + g;
    w[b + history] = w[b + history]! + g;
    w[b + region] = w[b + region]! + g;
    w[b + tier] = w[b + tier]! + g;
    w[b + source] = w[b + source]! + g;
    w[b + local] = w[b + local]! + g * isLocal;
    w[b + price] = w[b + price]! + g;
    w[b + topic] = w[b + topic]! + g;
    const d = dense * error;
    w[b + F_DOT] = w[b + F_DOT]! + d * x[f]!;
    w[b + F_TOPIC_SHARE] = w[b + F_TOPIC_SHARE]! + d * x[f + 1]!;
    w[b + F_SEEN_TOPIC] = w[b + F_SEEN_TOPIC]! + d * x[f + 2]!;
    w[b + F_SEEN_LOOK] = w[b + F_SEEN_LOOK]! + d * x[f + 3]!;
    w[b + F_RATE] = w[b + F_RATE]! + d * x[f + 4]!;
    w[b + F_CLOSEUP_RATE] = w[b + F_CLOSEUP_RATE]! + d * x[f + 5]!;
    w[b + F_FRESH] = w[b + F_FRESH]! + d * x[f + 6]!;
    w[b + F_EXPOSURE] = w[b + F_EXPOSURE]! + d * x[f + 7]!;
    if (leak !== null) w[b + F_LEAK] = w[b + F_LEAK]! + d * leak[r]!;
  }
}

/**
 * Weights of a ranker that has long been in service, read off worlds run for seventy days and rounded: a world begins
 * with a model that works, and the daily training takes it from there. Columns: closeup, save, dwell, hide.
 */
const PRIOR: readonly (readonly [
  feature: number,
  weights: readonly [number, number, number, number],
])[] = [
  [F_BIAS, [-2.7, -4.16, -3.58, -5.74]],
  [F_SURFACE, [0.05, -0.3, 0.05, 0]],
  [F_SURFACE + RELATED, [-0.03, -0.2, -0.03, 0.03]],
  [F_SURFACE + SEARCH, [0, -0.22, 0, -0.05]],
  [F_SURFACE + NOTIFICATIONS, [0, 0.61, 0, 0]],
  [F_DOT, [0.17, 0.54, 0.01, 0.36]],
  [F_TOPIC_SHARE, [0.49, 0.4, 0.76, 0.21]],
  [F_SEEN_TOPIC, [0.57, -0.44, 0.72, 1.45]],
  [F_SEEN_LOOK, [1.25, 2.05, 1.06, -0.11]],
  [F_RATE, [-0.1, 0.62, 0.16, -0.36]],
  [F_CLOSEUP_RATE, [1.17, 0.06, 1.1, 0.72]],
  [F_FRESH, [-0.05, 0.43, 0.21, 0]],
  [F_EXPOSURE, [0.18, 0.9, 0.65, -0.42]],
  [F_SOURCE, [-0.08, -0.08, -0.07, 0]],
  [F_SOURCE + 1, [0.13, 0.1, 0.16, -0.02]],
  [F_SOURCE + 2, [-0.17, -0.34, -0.23, 0.06]],
  [F_SOURCE + 3, [-0.08, -0.31, -0.18, 0.12]],
  [F_SOURCE + 4, [0.01, 0.01, 0.03, -0.1]],
  [F_SOURCE + 5, [0.24, 0.37, 0.3, -0.15]],
  [F_LOCAL, [0.1, 0.16, 0.14, 0]],
  [F_LOCAL + 1, [0.2, 0.39, 0.14, 0.04]],
  [F_LOCAL + 2, [0.16, 0.26, 0.18, 0.03]],
  [F_LOCAL + 3, [0.16, 0.24, 0.16, 0]],
  [F_LOCAL + 4, [0.18, 0.34, 0.14, 0.03]],
  [F_LOCAL + 5, [0.23, 0.46, 0.17, 0]],
  [F_LOCAL + 6, [0.35, 0.62, 0.31, 0]],
  [F_LOCAL + 7, [0.21, 0.34, 0.19, 0]],
  [F_PRICE, [0.01, 0.19, 0, -0.22]],
  [F_PRICE + 2, [0.02, -0.21, 0.03, 0.14]],
];

export function priorWeights(): Weights {
  const w = new Float64Array(HEAD_COUNT * FEATURE_COUNT);
  for (const [feature, values] of PRIOR)
    for (let h = 0; h < HEAD_COUNT; h++) w[h * FEATURE_COUNT + feature] = values[h]!;
  return w;
}
