/**
 * The popular-by-locale generator: a sum tree per region from which ideas are drawn. Sound: in proportion to a power of
 * the exposure-normalised save rate. Unsound (a fault): in proportion to a power of the bare count of views, so that what
 * was shown is what will be shown.
 *
 * Drawing walks down the tree with a fresh uniform number at each level. Inverting one cumulative sum would be shorter,
 * but there a change of one weight moves every boundary after it, and two worlds that differ in one row would draw
 * different ideas for everybody; here a draw changes about as often as the weights on its path do.
 */
import { fastExp } from '../../determinism/fastMath.ts';
import { log } from '../../determinism/math.ts';
import type { Counters } from '../data/counters.ts';
import { smoothedRate } from '../data/counters.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { REGIONS } from '../segments.ts';

/** Weight of an idea from another region in a region's table. */
const FOREIGN_WEIGHT = 0.3;
const BASE_SAVE_RATE = 0.018;

export interface PopularTable {
  /** Leaves of a tree: a power of two, at least the ideas' capacity. */
  readonly leaves: number;
  /** `REGIONS.length × 2 · leaves`: node k has children 2k and 2k + 1; leaf i is node leaves + i. */
  readonly sum: Float64Array;
}

export function createPopular(capacity: number): PopularTable {
  let leaves = 1;
  while (leaves < capacity) leaves *= 2;
  return { leaves, sum: new Float64Array(REGIONS.length * 2 * leaves) };
}

/**
 * Rebuilds the trees. `exponent` null: the cube of the normalised rate; else that power of the live count of views. Ideas that
 * have reached `cap` impressions today are left out until midnight.
 */
export function refreshPopular(
  table: PopularTable,
  ideas: Ideas,
  counters: Counters,
  exponent: number | null,
  cap: number,
  scratch: Float64Array,
): void {
  const n = ideas.count;
  for (let i = 0; i < n; i++) {
    if (ideas.live[i] === 0 || counters.servedToday[i]! >= cap) scratch[i] = 0;
    else if (exponent === null) {
      const rate = smoothedRate(counters, i) / BASE_SAVE_RATE;
      scratch[i] = rate * rate * rate;
    } else scratch[i] = fastExp(exponent * log(counters.exposures[i]! + 20));
  }
  const { leaves, sum } = table;
  for (let r = 0; r < REGIONS.length; r++) {
    const root = r * 2 * leaves;
    for (let i = 0; i < n; i++)
      sum[root + leaves + i] = ideas.region[i] === r ? scratch[i]! : FOREIGN_WEIGHT * scratch[i]!;
    for (let k = leaves - 1; k >= 1; k--)
      sum[root + k] = sum[root + 2 * k]! + sum[root + 2 * k + 1]!;
  }
}

const TWO_POW_MINUS_32 = 2.3283064365386963e-10;

/** Draws an idea for a region; `seed` is a hash of the request and the attempt. −1 where the table is empty. */
export function drawPopular(table: PopularTable, region: number, seed: number): number {
  const { leaves, sum } = table;
  const root = region * 2 * leaves;
  if (!(sum[root + 1]! > 0)) return -1;
  let node = 1;
  let state = seed | 0;
  while (node < leaves) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const u = ((state ^ (state >>> 15)) >>> 0) * TWO_POW_MINUS_32;
    const left = sum[root + 2 * node]!;
    node = u * sum[root + node]! < left ? 2 * node : 2 * node + 1;
  }
  return node - leaves;
}
