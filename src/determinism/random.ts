/**
 * Randomness without state. The seed gives one key per named stream; a draw is a hash of
 * (key, counters), so it depends on who and when and on nothing drawn before. An extra draw in one
 * place moves nothing elsewhere, and two worlds that share a seed share their noise.
 *
 * Counters are integers (person, tick, position …); only their low 32 bits count. No function here
 * allocates, except `streamKey`.
 */
import alea from 'seedrandom/lib/alea.js';

import { exp } from './math.ts';
import { normalQuantile } from './special.ts';

const TWO_POW_MINUS_32 = 2.3283064365386963e-10;

/**
 * Key of the stream `name` under `seed`: a uint32, the same in every engine. The length prefix keeps
 * ("ab", "c") and ("a", "bc") apart.
 */
export function streamKey(seed: string, name: string): number {
  const generator = alea(`${seed.length}:${seed}:${name}`);
  // The last bits of one of Alea's numbers are weak: let two of them make the key.
  return subKey(generator.int32(), generator.int32()) >>> 0;
}

/**
 * Mixes one counter into a key: a signed 32-bit integer, itself usable as a key. Signed, because engines keep those
 * without boxing them, and a key is made for every impression. `hash32(k, a, b, c)` is
 * `subKey(subKey(subKey(k, a), b), c)` without its sign, so a loop over c may keep the two inner rounds outside.
 *
 * The counter is multiplied before it meets the key: were it only xor-ed, two people whose keys
 * differ by a small number would own the same draws in another order. The finaliser is lowbias32
 * (C. Wellons, hash-prospector), bias 0.11 %.
 */
export function subKey(key: number, a: number): number {
  let h = key ^ Math.imul(a, 0x9e3779b1) ^ 0x7f4a7c15;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
}

/** A uint32 that depends on every bit of the key and of the counters. */
export function hash32(key: number, a: number, b: number, c = 0): number {
  return subKey(subKey(subKey(key, a), b), c) >>> 0;
}

/** Uniform in [0, 1), in steps of 2^−32. */
export function uniform(key: number, a: number, b: number, c = 0): number {
  return (subKey(subKey(subKey(key, a), b), c) >>> 0) * TWO_POW_MINUS_32;
}

/** Uniform in [0, 1): the k-th draw of something that has a key of its own. One round of mixing. */
export function drawn(own: number, k: number): number {
  return (subKey(own, k) >>> 0) * TWO_POW_MINUS_32;
}

/** True with probability p: never for p ≤ 0 or NaN, always for p ≥ 1. */
export function bernoulli(key: number, p: number, a: number, b: number, c = 0): boolean {
  return uniform(key, a, b, c) < p;
}

/** Standard normal, by inversion of the distribution function; |z| < 6.4. */
export function normal(key: number, a: number, b: number, c = 0): number {
  return normalQuantile((hash32(key, a, b, c) + 0.5) * TWO_POW_MINUS_32);
}

/** Integer in 0 … n−1, for 1 ≤ n ≤ 2^32. Bias ≤ n · 2^−32. */
export function intBelow(key: number, n: number, a: number, b: number, c = 0): number {
  return Math.floor(uniform(key, a, b, c) * n);
}

const POISSON_MAX_MEAN = 100;

/**
 * Poisson count by inversion, in time proportional to the mean. 0 for a mean ≤ 0.
 * Throws RangeError for a mean above 100 or NaN. Tails rarer than 2^−32 are never drawn.
 */
export function poissonSmall(key: number, mean: number, a: number, b: number, c = 0): number {
  if (!(mean <= POISSON_MAX_MEAN)) {
    throw new RangeError(`Poisson mean ${mean} is above ${POISSON_MAX_MEAN}`);
  }
  if (mean <= 0) return 0;
  const u = uniform(key, a, b, c);
  let probability = exp(-mean);
  let cumulative = probability;
  let count = 0;
  // The cumulative sum may stop short of 1 by rounding; no count is that far out.
  while (u >= cumulative && count < 400) {
    count++;
    probability *= mean / count;
    cumulative += probability;
  }
  return count;
}
