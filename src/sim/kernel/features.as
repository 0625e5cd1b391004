// Item features and the item parts of the heads, compiled to WebAssembly (AssemblyScript). Compiled into binary.ts, see
// features.ts; test/sim/featuresKernel.test.ts holds both to plain ones.
//
// Worked out in double precision and in a fixed order, kept in single: every engine gives the same bits.

import { pages, take } from './memory';

/** Prior of the smoothed rates: as if so many impressions had gone at the base rate. */
const PRIOR_EXPOSURES: f64 = 100;
const BASE_SAVE_RATE: f64 = 0.018;
const BASE_CLOSEUP_RATE: f64 = 0.08;
/** Days an idea counts as fresh. */
const FRESH_DAYS: f64 = 7;

const DENSE: usize = 4;
const TOPICS: usize = 24;
const TIERS: usize = 3;

// As in determinism/fastMath.ts.
const LN2: f64 = 0.6931471805599453;
const LOG_CELLS: usize = 128;
export let cellLog: usize = 0;
export let cellInverse: usize = 0;

// By idea: what was counted, and features made of it.
export let exposures: usize = 0;
export let saves: usize = 0;
export let closeups: usize = 0;
export let birthDay: usize = 0;
export let logRate: usize = 0;
export let logCloseup: usize = 0;
export let freshness: usize = 0;
export let logExposure: usize = 0;
export let topic: usize = 0;
/** Of the idea's creator. */
export let tier: usize = 0;
/** The features' weights, then those of topics and of tiers, the four heads of each side by side. */
export let weights: usize = 0;
/** By idea, the four heads side by side. */
export let part: usize = 0;

/** Lays out the memory for so many ideas. Returns the pages it takes. Called once. */
export function reserve(ideas: usize): i32 {
  cellLog = take(LOG_CELLS * 8);
  cellInverse = take(LOG_CELLS * 8);
  exposures = take(ideas * 4);
  saves = take(ideas * 4);
  closeups = take(ideas * 4);
  birthDay = take(ideas * 4);
  logRate = take(ideas * 4);
  logCloseup = take(ideas * 4);
  freshness = take(ideas * 4);
  logExposure = take(ideas * 4);
  topic = take(ideas);
  tier = take(ideas);
  weights = take((DENSE + TOPICS + TIERS) * 32);
  part = take(ideas * 16);
  return pages();
}

@inline
function float(base: usize, k: usize): f64 {
  return load<f32>(base + (k << 2)) as f64;
}

@inline
function keep(base: usize, k: usize, value: f64): void {
  store<f32>(base + (k << 2), value as f32);
}

/** fastLog of determinism/fastMath.ts, to the bit. */
function logarithm(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  const cell = ((bits >> 45) & (LOG_CELLS - 1)) as usize;
  const mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  const r = mantissa * load<f64>(cellInverse + (cell << 3)) - 1;
  const whole = ((bits >> 52) - 1023) as f64;
  return whole * LN2 + (load<f64>(cellLog + (cell << 3)) + r * (1 - r * (0.5 - r / 3)));
}

/**
 * Features of the first `n` ideas from their counters. `normalised` false: the rate is a bare count of saves against the
 * mean, blind to how often an idea was shown.
 */
export function refresh(n: usize, today: i32, normalised: bool, meanSaves: f64): void {
  for (let i: usize = 0; i < n; i++) {
    const shown = float(exposures, i);
    const saved = float(saves, i);
    const rate = normalised
      ? (saved + PRIOR_EXPOSURES * BASE_SAVE_RATE) / (shown + PRIOR_EXPOSURES) / BASE_SAVE_RATE
      : (saved + 1) / (meanSaves + 1);
    keep(logRate, i, logarithm(rate));
    keep(
      logCloseup,
      i,
      logarithm(
        (float(closeups, i) + PRIOR_EXPOSURES * BASE_CLOSEUP_RATE) /
          (shown + PRIOR_EXPOSURES) /
          BASE_CLOSEUP_RATE,
      ),
    );
    const age = (today - load<i32>(birthDay + (i << 2))) as f64;
    keep(freshness, i, age < FRESH_DAYS ? 1 - age / FRESH_DAYS : 0);
    keep(logExposure, i, 0.25 * logarithm((shown + 20) / 300));
  }
}

/** Weights of two heads of a feature, the first or the second two. */
@inline
function pair(feature: usize, heads: usize): v128 {
  return v128.load(weights + (feature << 5) + heads);
}

/** Two heads' part of an idea's logit. */
@inline
function sumOf(i: usize, heads: usize): v128 {
  let sum = f64x2.mul(pair(0, heads), f64x2.splat(float(logRate, i)));
  sum = f64x2.add(sum, f64x2.mul(pair(1, heads), f64x2.splat(float(logCloseup, i))));
  sum = f64x2.add(sum, f64x2.mul(pair(2, heads), f64x2.splat(float(freshness, i))));
  sum = f64x2.add(sum, f64x2.mul(pair(3, heads), f64x2.splat(float(logExposure, i))));
  sum = f64x2.add(sum, pair(DENSE + (load<u8>(topic + i) as usize), heads));
  return f64x2.add(sum, pair(DENSE + TOPICS + (load<u8>(tier + i) as usize), heads));
}

/** The item part of every head for the first `n` ideas, from their features. */
export function weigh(n: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const first = f32x4.demote_f64x2_zero(sumOf(i, 0));
    const second = f32x4.demote_f64x2_zero(sumOf(i, 16));
    v128.store(part + (i << 4), v128.shuffle<f32>(first, second, 0, 1, 4, 5));
  }
}
