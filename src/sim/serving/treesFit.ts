/**
 * Gradient boosting of oblivious trees on the save label of logged rows: logistic loss, Newton leaves, splits searched
 * over histograms (Friedman 2001; Chen and Guestrin 2016; Prokhorenkova et al. 2018 for the oblivious form).
 */
import { fastExp, fastSigmoid } from '../../determinism/fastMath.ts';
import { log } from '../../determinism/math.ts';
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
const LEARNING_RATE = 0.45;
/** L2 penalty of a leaf, in rows' worth of curvature. */
const LAMBDA = 4;
/** Columns of a row, in the order of TREE_FEATURES. */
const COLUMNS = [R_DOT, R_TOPIC_SHARE, R_SEEN_TOPIC, R_RATE, R_FRESH, R_EXPOSURE] as const;

interface Table {
  readonly count: number;
  /** `TREE_FEATURE_COUNT × BINS` upper edges of the bins. */
  readonly edge: Float64Array;
  readonly bin: Uint8Array;
  readonly label: Uint8Array;
  readonly weight: Float64Array;
  readonly offset: Float64Array;
}

/** Fits an ensemble; null where there are too few rows. */
export function fitTrees(chunks: readonly RowChunk[], day: number): Trees | null {
  const table = tableOf(chunks);
  if (table === null) return null;
  const { count } = table;
  const feature = new Uint8Array(TREES * DEPTH);
  const threshold = new Float64Array(TREES * DEPTH);
  const value = new Float64Array(TREES * LEAVES);
  const cover = new Float64Array(TREES * LEAVES);
  const gradient = new Float64Array(count);
  const curvature = new Float64Array(count);
  const leaf = new Uint8Array(count);
  const base = baseOf(table);
  const score = new Float64Array(count).fill(base);
  for (let t = 0; t < TREES; t++) {
    for (let r = 0; r < count; r++) {
      const p = fastSigmoid(table.offset[r]! + score[r]!);
      gradient[r] = table.weight[r]! * (table.label[r]! - p);
      curvature[r] = table.weight[r]! * p * (1 - p);
    }
    leaf.fill(0);
    for (let d = 0; d < DEPTH; d++) {
      const split = bestSplit(table, gradient, curvature, leaf, 1 << d);
      feature[t * DEPTH + d] = split.feature;
      threshold[t * DEPTH + d] = table.edge[split.feature * BINS + split.bin]!;
      for (let r = 0; r < count; r++)
        if (table.bin[r * TREE_FEATURE_COUNT + split.feature]! > split.bin)
          leaf[r] = leaf[r]! | (1 << d);
    }
    fillLeaves(table, gradient, curvature, leaf, value, cover, t * LEAVES);
    for (let r = 0; r < count; r++) score[r] = score[r]! + value[t * LEAVES + leaf[r]!]!;
  }
  return { fittedDay: day, rows: count, base, feature, threshold, value, cover };
}

/** Newton leaves, shrunk by the learning rate. */
function fillLeaves(
  table: Table,
  gradient: Float64Array,
  curvature: Float64Array,
  leaf: Uint8Array,
  value: Float64Array,
  cover: Float64Array,
  at: number,
): void {
  const g = new Float64Array(LEAVES);
  const h = new Float64Array(LEAVES);
  for (let r = 0; r < table.count; r++) {
    const l = leaf[r]!;
    g[l] = g[l]! + gradient[r]!;
    h[l] = h[l]! + curvature[r]!;
    cover[at + l] = cover[at + l]! + table.weight[r]!;
  }
  for (let l = 0; l < LEAVES; l++) value[at + l] = (LEARNING_RATE * g[l]!) / (h[l]! + LAMBDA);
}

const sums = new Float64Array(LEAVES * TREE_FEATURE_COUNT * BINS * 2);

/** The question that gains most, asked of all leaves at once; the first of equals. */
function bestSplit(
  table: Table,
  gradient: Float64Array,
  curvature: Float64Array,
  leaf: Uint8Array,
  leaves: number,
): { feature: number; bin: number } {
  sums.fill(0);
  for (let r = 0; r < table.count; r++) {
    const g = gradient[r]!;
    const h = curvature[r]!;
    for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
      const k =
        2 * ((leaf[r]! * TREE_FEATURE_COUNT + f) * BINS + table.bin[r * TREE_FEATURE_COUNT + f]!);
      sums[k] = sums[k]! + g;
      sums[k + 1] = sums[k + 1]! + h;
    }
  }
  const best = { feature: 0, bin: 0 };
  let most = -Infinity;
  for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
    gains.fill(0);
    for (let l = 0; l < leaves; l++) addGains(l, f);
    for (let b = 0; b < BINS - 1; b++) {
      if (gains[b]! <= most) continue;
      most = gains[b]!;
      best.feature = f;
      best.bin = b;
    }
  }
  return best;
}

const gains = new Float64Array(BINS);

/** What a leaf gains by being split after each bin of a feature. */
function addGains(leaf: number, feature: number): void {
  const first = (leaf * TREE_FEATURE_COUNT + feature) * BINS;
  let allG = 0;
  let allH = 0;
  for (let b = 0; b < BINS; b++) {
    allG += sums[2 * (first + b)]!;
    allH += sums[2 * (first + b) + 1]!;
  }
  let g = 0;
  let h = 0;
  for (let b = 0; b < BINS - 1; b++) {
    g += sums[2 * (first + b)]!;
    h += sums[2 * (first + b) + 1]!;
    const rest = allG - g;
    gains[b] =
      gains[b]! + (g * g) / (h + LAMBDA) + (rest * rest) / (Math.max(0, allH - h) + LAMBDA);
  }
}

/** A constant logit that states as many saves as were logged, to first order in the offsets. */
function baseOf(table: Table): number {
  let saves = 0;
  let seen = 0;
  for (let r = 0; r < table.count; r++) {
    if (table.label[r] === 1) saves += table.weight[r]!;
    // Examined impressions: the offset is the logarithm of the chance to be examined.
    seen += table.weight[r]! * fastExp(table.offset[r]!);
  }
  return log(Math.max(1, saves) / Math.max(1, seen));
}

/** A sample of the rows, binned. */
function tableOf(chunks: readonly RowChunk[]): Table | null {
  let all = 0;
  for (const chunk of chunks) all += chunk.length;
  if (all < LEAST_ROWS) return null;
  const step = Math.max(1, Math.ceil(all / MOST_ROWS));
  const count = Math.floor(all / step);
  const x = new Float64Array(count * TREE_FEATURE_COUNT);
  const label = new Uint8Array(count);
  const weight = new Float64Array(count);
  const offset = new Float64Array(count);
  let at = 0;
  let n = 0;
  for (const chunk of chunks) {
    for (let r = 0; r < chunk.length; r++, at++) {
      if (at % step !== 0 || n === count) continue;
      for (let f = 0; f < TREE_FEATURE_COUNT; f++)
        x[n * TREE_FEATURE_COUNT + f] = chunk.features[r * ROW_FLOATS + COLUMNS[f]!]!;
      label[n] = (chunk.labels[r]! & LABEL_SAVE) === 0 ? 0 : 1;
      weight[n] = chunk.weight[r]!;
      offset[n] = chunk.features[r * ROW_FLOATS + R_OFFSET]!;
      n++;
    }
  }
  const edge = edgesOf(x, count);
  const bin = new Uint8Array(count * TREE_FEATURE_COUNT);
  for (let r = 0; r < count; r++) {
    for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
      const value = x[r * TREE_FEATURE_COUNT + f]!;
      let b = 0;
      while (b < BINS - 1 && value > edge[f * BINS + b]!) b++;
      bin[r * TREE_FEATURE_COUNT + f] = b;
    }
  }
  return { count, edge, bin, label, weight, offset };
}

/** Upper edges of equally filled bins. */
function edgesOf(x: Float64Array, count: number): Float64Array {
  const edge = new Float64Array(TREE_FEATURE_COUNT * BINS);
  const column = new Float64Array(count);
  for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
    for (let r = 0; r < count; r++) column[r] = x[r * TREE_FEATURE_COUNT + f]!;
    column.sort();
    for (let b = 0; b < BINS; b++)
      edge[f * BINS + b] = column[Math.min(count - 1, Math.floor(((b + 1) * count) / BINS))]!;
  }
  return edge;
}
