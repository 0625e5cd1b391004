/**
 * The popular-by-locale generator: a sum tree of all ideas and one of each region's own, from which ideas are drawn.
 * Sound: in proportion to a power of the exposure-normalised save rate. Unsound (a fault): in proportion to a power of
 * the bare count of views, so that what was shown is what will be shown.
 *
 * In a region an idea from elsewhere weighs FOREIGN_WEIGHT of one from there. Such a table is a mixture: with the
 * foreign part of its weight a draw is from all ideas, else from the region's own.
 *
 * Drawing walks down a tree with a fresh uniform number at each level. Inverting one cumulative sum would be shorter,
 * but there a change of one weight moves every boundary after it, and two worlds that differ in one row would draw
 * different ideas for everybody; here a draw changes about as often as the weights on its path do.
 */
import { fastExp, fastLog } from '../../determinism/fastMath.ts';
import type { Counters } from '../data/counters.ts';
import { smoothedRate } from '../data/counters.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { REGIONS } from '../segments.ts';

/** Weight of an idea from another region in a region's table. */
const FOREIGN_WEIGHT = 0.3;
const BASE_SAVE_RATE = 0.018;

export interface PopularTable {
  /** Leaves of a tree, by tree: first that of all ideas, then one a region; a power of two each. */
  readonly leaves: Int32Array;
  /** Where a tree begins in `sum`; its node k has children 2k and 2k + 1, its leaf i is node leaves + i. */
  readonly root: Int32Array;
  readonly sum: Float32Array;
  /** Ideas of each region in the order of their upload, at `first[region] …`. */
  readonly own: Uint16Array;
  readonly first: Int32Array;
}

export function createPopular(capacity: number): PopularTable {
  const trees = 1 + REGIONS.length;
  // The trees of the regions have the leaves of all ideas, each rounded up to a power of two.
  const room = 2 * powerOfTwo(capacity) + 4 * capacity + 4 * REGIONS.length;
  return {
    leaves: new Int32Array(trees),
    root: new Int32Array(trees),
    sum: new Float32Array(room),
    own: new Uint16Array(capacity),
    first: new Int32Array(REGIONS.length + 1),
  };
}

function powerOfTwo(atLeast: number): number {
  let n = 1;
  while (n < atLeast) n *= 2;
  return n;
}

/**
 * Rebuilds the trees. `exponent` null: the cube of the normalised rate; else that power of the live count of views. Ideas that
 * have reached `cap` impressions today are left out until midnight. `weight`: working memory, one number an idea.
 */
export function refreshPopular(
  table: PopularTable,
  ideas: Ideas,
  counters: Counters,
  exponent: number | null,
  cap: number,
  weight: Float64Array,
): void {
  const n = ideas.count;
  for (let i = 0; i < n; i++) {
    if (ideas.live[i] === 0 || counters.servedToday[i]! >= cap) weight[i] = 0;
    else if (exponent === null) {
      const rate = smoothedRate(counters, i) / BASE_SAVE_RATE;
      weight[i] = rate * rate * rate;
    } else weight[i] = fastExp(exponent * fastLog(counters.exposures[i]! + 20));
  }
  sortByRegion(table, ideas);
  const { leaves, root, sum, own, first } = table;
  let at = 0;
  for (let tree = 0; tree < leaves.length; tree++) {
    const from = tree === 0 ? 0 : first[tree - 1]!;
    const size = tree === 0 ? n : first[tree]! - from;
    const width = powerOfTwo(Math.max(1, size));
    leaves[tree] = width;
    root[tree] = at;
    const leaf = at + width;
    if (tree === 0) for (let i = 0; i < n; i++) sum[leaf + i] = weight[i]!;
    else for (let i = 0; i < size; i++) sum[leaf + i] = weight[own[from + i]!]!;
    sum.fill(0, leaf + size, leaf + width);
    for (let k = width - 1; k >= 1; k--) sum[at + k] = sum[at + 2 * k]! + sum[at + 2 * k + 1]!;
    at += 2 * width;
  }
}

function sortByRegion({ own, first }: PopularTable, { region, count }: Ideas): void {
  first.fill(0);
  for (let i = 0; i < count; i++) first[region[i]! + 1] = first[region[i]! + 1]! + 1;
  for (let r = 0; r < REGIONS.length; r++) first[r + 1] = first[r + 1]! + first[r]!;
  const next = Int32Array.from(first);
  for (let i = 0; i < count; i++) {
    const r = region[i]!;
    own[next[r]!] = i;
    next[r] = next[r]! + 1;
  }
}

const TWO_POW_MINUS_32 = 2.3283064365386963e-10;

/** Draws an idea for a region; `seed` is a hash of the request and the attempt. −1 where the table is empty. */
export function drawPopular(table: PopularTable, region: number, seed: number): number {
  const { leaves, root, sum, own, first } = table;
  const everywhere = FOREIGN_WEIGHT * sum[root[0]! + 1]!;
  const here = (1 - FOREIGN_WEIGHT) * sum[root[region + 1]! + 1]!;
  if (!(everywhere > 0)) return -1;
  let state = next(seed | 0);
  const tree = luck(state) * (everywhere + here) < everywhere ? 0 : region + 1;
  const start = root[tree]!;
  const width = leaves[tree]!;
  let node = 1;
  while (node < width) {
    state = next(state);
    const left = sum[start + 2 * node]!;
    node = luck(state) * sum[start + node]! < left ? 2 * node : 2 * node + 1;
  }
  return tree === 0 ? node - width : own[first[region]! + node - width]!;
}

function next(state: number): number {
  return (Math.imul(state, 1664525) + 1013904223) | 0;
}

function luck(state: number): number {
  return ((state ^ (state >>> 15)) >>> 0) * TWO_POW_MINUS_32;
}
