/**
 * The light ranker: a small ensemble of oblivious trees (every node of a level asks the same question), cheap enough for
 * plain processors. A score is a logit; where it comes from can be told in a few named terms.
 */
import { fastSigmoid } from '../../determinism/fastMath.ts';

/** What it reads of a candidate, in the order of a row. */
export const TREE_FEATURES = [
  'dot',
  'topicShare',
  'seen',
  'rate',
  'freshness',
  'exposure',
] as const;
export type TreeFeature = (typeof TREE_FEATURES)[number];
export const TREE_FEATURE_COUNT = TREE_FEATURES.length;
export const DEPTH = 3;
export const LEAVES = 8;

export interface Trees {
  /** Day of the fit; −1: never fitted. */
  readonly fittedDay: number;
  readonly rows: number;
  readonly base: number;
  /** `trees × DEPTH`: feature and threshold of each level; a value above the threshold sets the level's bit. */
  readonly feature: Uint8Array;
  readonly threshold: Float64Array;
  /** `trees × LEAVES`: value of a leaf, and the weight of the rows that fell into it. */
  readonly value: Float64Array;
  readonly cover: Float64Array;
}

/** Before the first rows: everything scores alike, so candidates stay in the order of their sources. */
export const NO_TREES: Trees = {
  fittedDay: -1,
  rows: 0,
  base: -4,
  feature: new Uint8Array(0),
  threshold: new Float64Array(0),
  value: new Float64Array(0),
  cover: new Float64Array(0),
};

/** Logit of a save, if examined. `x`: TREE_FEATURES of a candidate, from `at` on. */
export function scoreTrees(trees: Trees, x: Float32Array | Float64Array, at: number): number {
  const { feature, threshold, value } = trees;
  let sum = trees.base;
  for (let node = 0, leaves = 0; node < feature.length; node += DEPTH, leaves += LEAVES) {
    let leaf = 0;
    for (let d = 0; d < DEPTH; d++)
      if (x[at + feature[node + d]!]! > threshold[node + d]!) leaf |= 1 << d;
    sum += value[leaves + leaf]!;
  }
  return sum;
}

/** Its probability. */
export function probabilityOf(logit: number): number {
  return fastSigmoid(logit);
}

export interface Explanation {
  readonly base: number;
  readonly terms: Readonly<Record<TreeFeature, number>>;
  /** base + Σ terms: the score. */
  readonly score: number;
}

/**
 * A score as a base and one term a feature: along each path, what the mean changes with an answer belongs to the feature
 * asked (A. Saabas 2014). The mean of a tree's root belongs to the base.
 */
export function explain(trees: Trees, x: Float32Array | Float64Array, at = 0): Explanation {
  const terms = new Float64Array(TREE_FEATURE_COUNT);
  let { base } = trees;
  for (let t = 0; t * DEPTH < trees.feature.length; t++) {
    let path = 0;
    let before = meanUnder(trees, t, 0, 0);
    base += before;
    for (let d = 0; d < DEPTH; d++) {
      const feature = trees.feature[t * DEPTH + d]!;
      if (x[at + feature]! > trees.threshold[t * DEPTH + d]!) path |= 1 << d;
      const after = meanUnder(trees, t, path, d + 1);
      terms[feature] = terms[feature]! + after - before;
      before = after;
    }
  }
  let score = base;
  for (const term of terms) score += term;
  const named = Object.fromEntries(TREE_FEATURES.map((name, f) => [name, terms[f]!]));
  return { base, terms: named as Record<TreeFeature, number>, score };
}

/** Mean of the leaves whose first `depth` answers are those of `path`, by the rows in them. */
function meanUnder(trees: Trees, tree: number, path: number, depth: number): number {
  const mask = (1 << depth) - 1;
  let sum = 0;
  let cover = 0;
  for (let leaf = 0; leaf < LEAVES; leaf++) {
    if ((leaf & mask) !== (path & mask)) continue;
    const k = tree * LEAVES + leaf;
    sum += trees.cover[k]! * trees.value[k]!;
    cover += trees.cover[k]!;
  }
  // No row came this way: the plain leaf is all there is to tell.
  return cover === 0 ? trees.value[tree * LEAVES + path]! : sum / cover;
}
