/**
 * Gradient boosting of oblivious trees on the save label of logged rows: logistic loss, Newton leaves, splits searched
 * over histograms (Friedman 2001; Chen and Guestrin 2016; Prokhorenkova et al. 2018 for the oblivious form).
 */
import { fastExp } from '../../determinism/fastMath.ts';
import { log } from '../../determinism/math.ts';
import { createTreesKernel, type TreesFunctions } from '../kernel/trees.ts';
import {
  LABEL_SAVE,
  R_DOT,
  R_EXPOSURE,
  R_FRESH,
  R_OFFSET,
  R_RATE,
  R_SEEN_TOPIC,
  R_TOPIC_SHARE,
  ROW_FLOATS,
  type RowChunk,
} from '../data/rows.ts';
import { DEPTH, LEAVES, TREE_FEATURE_COUNT, type Trees } from './trees.ts';

const TREES = 12;
const BINS = 24;
/** Rows a fit reads at most, in equal steps over all there are: fifty to a leaf. */
const MOST_ROWS = 5_000;
const LEAST_ROWS = 1_000;
/** Columns of a row, in the order of TREE_FEATURES. */
const COLUMNS = [R_DOT, R_TOPIC_SHARE, R_SEEN_TOPIC, R_RATE, R_FRESH, R_EXPOSURE] as const;

/** The kernel and its memory, see trees.as. */
interface Fit {
  readonly run: TreesFunctions;
  /** `MOST_ROWS × TREE_FEATURE_COUNT`. */
  readonly x: Float32Array;
  /** `TREE_FEATURE_COUNT × BINS` upper edges of the bins. */
  readonly edge: Float32Array;
  readonly label: Uint8Array;
  readonly weight: Float64Array;
  readonly offset: Float64Array;
  readonly score: Float64Array;
  /** Of the tree grown last. */
  readonly feature: Int32Array;
  readonly cut: Int32Array;
  readonly value: Float64Array;
  readonly cover: Float64Array;
}

function createFit(): Fit {
  const kernel = createTreesKernel(MOST_ROWS);
  return {
    run: kernel.run,
    x: kernel.floats('x', MOST_ROWS * TREE_FEATURE_COUNT),
    edge: kernel.floats('edge', TREE_FEATURE_COUNT * BINS),
    label: kernel.bytes('label', MOST_ROWS),
    weight: kernel.doubles('weight', MOST_ROWS),
    offset: kernel.doubles('offset', MOST_ROWS),
    score: kernel.doubles('score', MOST_ROWS),
    feature: kernel.ints('feature', DEPTH),
    cut: kernel.ints('cut', DEPTH),
    value: kernel.doubles('value', LEAVES),
    cover: kernel.doubles('cover', LEAVES),
  };
}

let shared: Fit | null = null;

/** Fits an ensemble; null where there are too few rows. */
export function fitTrees(chunks: readonly RowChunk[], day: number): Trees | null {
  let all = 0;
  for (const chunk of chunks) all += chunk.length;
  if (all < LEAST_ROWS) return null;
  const fit = (shared ??= createFit());
  const step = Math.ceil(all / MOST_ROWS);
  const count = Math.floor(all / step);
  readRows(fit, chunks, step, count);
  drawEdges(fit, count);
  fit.run.sortIn(count);
  const feature = new Uint8Array(TREES * DEPTH);
  const threshold = new Float64Array(TREES * DEPTH);
  const value = new Float64Array(TREES * LEAVES);
  const cover = new Float64Array(TREES * LEAVES);
  const base = baseOf(fit, count);
  fit.score.fill(base, 0, count);
  for (let t = 0; t < TREES; t++) {
    fit.run.grow(count);
    feature.set(fit.feature, t * DEPTH);
    for (let d = 0; d < DEPTH; d++)
      threshold[t * DEPTH + d] = fit.edge[fit.feature[d]! * BINS + fit.cut[d]!]!;
    value.set(fit.value, t * LEAVES);
    cover.set(fit.cover, t * LEAVES);
  }
  return { fittedDay: day, rows: count, base, feature, threshold, value, cover };
}

/** A constant logit that states as many saves as were logged, to first order in the offsets. */
function baseOf({ label, weight, offset }: Fit, count: number): number {
  let saves = 0;
  let seen = 0;
  for (let r = 0; r < count; r++) {
    if (label[r] === 1) saves += weight[r]!;
    // Examined impressions: the offset is the logarithm of the chance to be examined.
    seen += weight[r]! * fastExp(offset[r]!);
  }
  return log(Math.max(1, saves) / Math.max(1, seen));
}

/** Brings in every `step`-th row, `count` of them. */
function readRows(fit: Fit, chunks: readonly RowChunk[], step: number, count: number): void {
  let n = 0;
  // Where the next row to be read lies in a chunk; beyond its end, so far into the next one.
  let r = 0;
  for (const chunk of chunks) {
    for (; r < chunk.length && n < count; r += step, n++) {
      for (let f = 0; f < TREE_FEATURE_COUNT; f++)
        fit.x[n * TREE_FEATURE_COUNT + f] = chunk.features[r * ROW_FLOATS + COLUMNS[f]!]!;
      fit.label[n] = (chunk.labels[r]! & LABEL_SAVE) === 0 ? 0 : 1;
      fit.weight[n] = chunk.weight[r]!;
      fit.offset[n] = chunk.features[r * ROW_FLOATS + R_OFFSET]!;
    }
    r -= chunk.length;
  }
}

/** Upper edges of equally filled bins. */
function drawEdges({ x, edge }: Fit, count: number): void {
  const column = new Float32Array(count);
  for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
    for (let r = 0; r < count; r++) column[r] = x[r * TREE_FEATURE_COUNT + f]!;
    column.sort();
    for (let b = 0; b < BINS; b++)
      edge[f * BINS + b] = column[Math.min(count - 1, Math.floor(((b + 1) * count) / BINS))]!;
  }
}
