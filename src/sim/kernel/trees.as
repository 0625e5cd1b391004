// A fit of the light ranker, compiled to WebAssembly (AssemblyScript). Compiled into binary.ts, see trees.ts;
// test/sim/treesKernel.test.ts holds it to a plain one.
//
// Sums are of double precision and have a fixed order, so that every engine grows the same trees.

import { pages, take } from './memory';

const FEATURES: usize = 6;
const BINS: usize = 24;
const DEPTH: usize = 3;
const LEAVES: usize = 8;
const LEARNING_RATE: f64 = 0.45;
/** L2 penalty of a leaf, in rows' worth of curvature. */
const LAMBDA: f64 = 4;

// As in determinism/fastMath.ts.
const CELL_BITS: i32 = 5;
const CELL_MASK: i32 = 31;
const CELLS_PER_UNIT: f64 = 46.16624130844683;
const CELL_WIDTH: f64 = 0.02166084939249829;
/** 2^(j/32). */
export let fraction: usize = 0;

// Of the sampled rows, `FEATURES` inputs each; and the upper edges of every input's bins.
export let x: usize = 0;
export let edge: usize = 0;
let bin: usize = 0;
export let label: usize = 0;
export let weight: usize = 0;
export let offset: usize = 0;
export let score: usize = 0;
/** Gradient and curvature side by side. */
let slope: usize = 0;
let leaf: usize = 0;
/** The same by leaf, feature and bin. */
let sums: usize = 0;
let gains: usize = 0;
let leafSlope: usize = 0;
// The tree grown last: feature and bin of each level; value of each leaf, and the weight of the rows in it.
export let feature: usize = 0;
export let cut: usize = 0;
export let value: usize = 0;
export let cover: usize = 0;

/** Lays out the memory for so many rows. Returns the pages it takes. Called once. */
export function reserve(rows: usize): i32 {
  fraction = take(32 * 8);
  x = take(rows * FEATURES * 4);
  edge = take(FEATURES * BINS * 4);
  bin = take(rows * FEATURES);
  label = take(rows);
  weight = take(rows * 8);
  offset = take(rows * 8);
  score = take(rows * 8);
  slope = take(rows * 16);
  leaf = take(rows);
  sums = take(LEAVES * FEATURES * BINS * 16);
  gains = take(BINS * 8);
  leafSlope = take(LEAVES * 16);
  feature = take(DEPTH * 4);
  cut = take(DEPTH * 4);
  value = take(LEAVES * 8);
  cover = take(LEAVES * 8);
  return pages();
}

@inline
function double(base: usize, k: usize): f64 {
  return load<f64>(base + (k << 3));
}

/** Address of a leaf's sums of a feature's first bin. */
@inline
function cellsOf(leaf: usize, feature: usize): usize {
  return sums + (((leaf * FEATURES + feature) * BINS) << 4);
}

/** fastSigmoid of determinism/fastMath.ts, to the bit; for logits that a ranker states. */
function sigmoid(logit: f64): f64 {
  const y = Math.min(709, Math.max(-708, -logit));
  const n = Math.floor(y * CELLS_PER_UNIT + 0.5) as i32;
  const r = y - (n as f64) * CELL_WIDTH;
  const whole = reinterpret<f64>((((n >> CELL_BITS) + 1023) as u64) << 52);
  return 1 / (1 + whole * (double(fraction, (n & CELL_MASK) as usize) * (1 + (r + 0.5 * r * r))));
}

/** Puts every input of the first `n` rows into its bin. */
export function sortIn(n: usize): void {
  for (let r: usize = 0; r < n; r++) {
    for (let f: usize = 0; f < FEATURES; f++) {
      const k = r * FEATURES + f;
      const input = load<f32>(x + (k << 2));
      const edges = edge + ((f * BINS) << 2);
      let b: usize = 0;
      while (b < BINS - 1 && input > load<f32>(edges + (b << 2))) b++;
      store<u8>(bin + k, b as u8);
    }
  }
}

/** One tree more on the first `n` rows, whose `score` it moves. */
export function grow(n: usize): void {
  for (let r: usize = 0; r < n; r++) {
    const p = sigmoid(double(offset, r) + double(score, r));
    const w = double(weight, r);
    store<f64>(slope + (r << 4), w * ((load<u8>(label + r) as f64) - p));
    store<f64>(slope + (r << 4), w * p * (1 - p), 8);
  }
  memory.fill(leaf, 0, n);
  for (let d: usize = 0; d < DEPTH; d++) split(n, d);
  memory.fill(leafSlope, 0, LEAVES * 16);
  memory.fill(cover, 0, LEAVES * 8);
  for (let r: usize = 0; r < n; r++) {
    const l: usize = load<u8>(leaf + r);
    const at = leafSlope + (l << 4);
    v128.store(at, f64x2.add(v128.load(at), v128.load(slope + (r << 4))));
    store<f64>(cover + (l << 3), double(cover, l) + double(weight, r));
  }
  for (let l: usize = 0; l < LEAVES; l++) {
    const at = leafSlope + (l << 4);
    store<f64>(value + (l << 3), (LEARNING_RATE * load<f64>(at)) / (load<f64>(at, 8) + LAMBDA));
  }
  for (let r: usize = 0; r < n; r++)
    store<f64>(score + (r << 3), double(score, r) + double(value, load<u8>(leaf + r)));
}

/** Asks all leaves of a level the question that gains most, the first of equals. */
function split(n: usize, level: usize): void {
  const leaves: usize = 1 << level;
  memory.fill(sums, 0, (leaves * FEATURES * BINS) << 4);
  for (let r: usize = 0; r < n; r++) {
    const moved = v128.load(slope + (r << 4));
    const cells = cellsOf(load<u8>(leaf + r), 0);
    for (let f: usize = 0; f < FEATURES; f++) {
      const at = cells + ((f * BINS + (load<u8>(bin + r * FEATURES + f) as usize)) << 4);
      v128.store(at, f64x2.add(v128.load(at), moved));
    }
  }
  let best: usize = 0;
  let bestCut: usize = 0;
  let most = -Infinity;
  for (let f: usize = 0; f < FEATURES; f++) {
    memory.fill(gains, 0, BINS * 8);
    for (let l: usize = 0; l < leaves; l++) addGains(l, f);
    for (let b: usize = 0; b < BINS - 1; b++) {
      const gain = double(gains, b);
      if (gain <= most) continue;
      most = gain;
      best = f;
      bestCut = b;
    }
  }
  store<i32>(feature + (level << 2), best as i32);
  store<i32>(cut + (level << 2), bestCut as i32);
  for (let r: usize = 0; r < n; r++) {
    const isAbove = (load<u8>(bin + r * FEATURES + best) as usize) > bestCut;
    if (isAbove) store<u8>(leaf + r, load<u8>(leaf + r) + (leaves as u8));
  }
}

/** What a leaf gains by being split after each bin of a feature. */
function addGains(leaf: usize, feature: usize): void {
  const cells = cellsOf(leaf, feature);
  let allG: f64 = 0;
  let allH: f64 = 0;
  for (let b: usize = 0; b < BINS; b++) {
    allG += load<f64>(cells + (b << 4));
    allH += load<f64>(cells + (b << 4), 8);
  }
  let g: f64 = 0;
  let h: f64 = 0;
  for (let b: usize = 0; b < BINS - 1; b++) {
    g += load<f64>(cells + (b << 4));
    h += load<f64>(cells + (b << 4), 8);
    const rest = allG - g;
    store<f64>(
      gains + (b << 3),
      double(gains, b) + (g * g) / (h + LAMBDA) + (rest * rest) / (max<f64>(0, allH - h) + LAMBDA),
    );
  }
}
