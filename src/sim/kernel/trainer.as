// A pass of the trainer, compiled to WebAssembly (AssemblyScript). Compiled into binary.ts, see trainer.ts;
// test/sim/trainerKernel.test.ts holds it to a plain one.
//
// The four heads' weights of a feature are one vector of single precision: steps are small against weights, but not so
// small that they would be lost. Sums have a fixed order and no operation is fused.

import { pages, take } from './memory';
import { sigmoid } from './sigmoid';

const PRICE_TIERS: i32 = 3;
/** Every so many rows the weights are added to the sum that is averaged. */
const STRIDE: i32 = 32;

/** A batch of rows, columns as the training table has them, and weights with the heads side by side. */
const DENSE: usize = 8;
const FLOATS: usize = DENSE + 1;
const COLUMNS: usize = 9;
export let rowFeatures: usize = 0;
export let rowWeight: usize = 0;
export let rowLabels: usize = 0;
export let rowLeak: usize = 0;
/** Columns in the order surface, build, tenure, history, region, creator tier, source, topic, match; each of `batch` bytes. */
export let rowColumns: usize = 0;
/** Features at which the first eight of them begin, then those of local content, price, dense inputs and the leak. */
export let featureAt: usize = 0;
export let trained: usize = 0;
export let trainedSum: usize = 0;
let batch: usize = 0;
let features: usize = 0;

/** Lays out the memory for a batch of rows and for weights of a width. Called once. */
export function reserve(rows: usize, width: usize): i32 {
  batch = rows;
  features = width;
  rowFeatures = take(rows * FLOATS * 4);
  rowWeight = take(rows * 4);
  rowLabels = take(rows);
  rowLeak = take(rows * 4);
  rowColumns = take(rows * COLUMNS);
  featureAt = take(16 * 4);
  trained = take(width * 16);
  trainedSum = take(width * 32);
  return pages();
}

/** Address of a feature's weights. */
@inline
function weightOf(feature: i32): usize {
  return trained + ((feature as usize) << 4);
}

@inline
function base(k: usize): i32 {
  return load<i32>(featureAt + (k << 2));
}

@inline
function column(k: usize, row: usize): i32 {
  return load<u8>(rowColumns + k * batch + row);
}

/** Address of the weights of a row's k-th one-hot. */
@inline
function oneHot(k: usize, row: usize): usize {
  return weightOf(base(k) + column(k, row));
}

@inline
function step(at: usize, by: v128): void {
  v128.store(at, f32x4.add(v128.load(at), by));
}

/**
 * SGD over the batch's first `n` rows, all heads; the first is the `at`-th of its pass. From the `half`-th on, every
 * STRIDE-th iterate is added to `trainedSum`; returns how many were. `dense`, `bias`, `build`: learning rates of the dense
 * inputs, of constants and one-hots, of the app builds. Feature 0 is the constant.
 */
export function learn(
  n: i32,
  at: i32,
  half: i32,
  dense: f32,
  bias: f32,
  build: f32,
  leaking: bool,
): i32 {
  let averaged = 0;
  const denseAt = weightOf(base(10));
  const leakAt = weightOf(base(11));
  const slow = f32x4.splat(bias);
  const ofBuild = f32x4.splat(build);
  const quick = f32x4.splat(dense);
  for (let r: usize = 0; r < (n as usize); r++, at++) {
    const weight = load<f32>(rowWeight + (r << 2));
    if (weight > 0) {
      const x = rowFeatures + r * FLOATS * 4;
      const match = column(8, r);
      const isLocal = match >= PRICE_TIERS;
      const local = weightOf(base(8) + column(4, r));
      const price = weightOf(base(9) + (isLocal ? match - PRICE_TIERS : match));
      const leak = f32x4.splat(leaking ? load<f32>(rowLeak + (r << 2)) : 0);
      let logit = f32x4.add(f32x4.splat(load<f32>(x + DENSE * 4)), v128.load(trained));
      for (let k: usize = 0; k < 8; k++) logit = f32x4.add(logit, v128.load(oneHot(k, r)));
      logit = f32x4.add(logit, v128.load(price));
      if (isLocal) logit = f32x4.add(logit, v128.load(local));
      for (let k: usize = 0; k < DENSE; k++)
        logit = f32x4.add(
          logit,
          f32x4.mul(f32x4.splat(load<f32>(x + (k << 2))), v128.load(denseAt + (k << 4))),
        );
      if (leaking) logit = f32x4.add(logit, f32x4.mul(leak, v128.load(leakAt)));
      const truth = f32x4.convert_i32x4_s(
        v128.and(i32x4.splat(load<u8>(rowLabels + r)), i32x4(1, 2, 4, 8)),
      );
      const error = f32x4.mul(
        f32x4.splat(weight),
        f32x4.sub(f32x4.min(truth, f32x4.splat(1)), sigmoid(logit)),
      );
      const even = f32x4.mul(slow, error);
      step(trained, even);
      for (let k: usize = 0; k < 8; k++)
        step(oneHot(k, r), k == 1 ? f32x4.mul(ofBuild, error) : even);
      step(price, even);
      if (isLocal) step(local, even);
      const steep = f32x4.mul(quick, error);
      for (let k: usize = 0; k < DENSE; k++)
        step(denseAt + (k << 4), f32x4.mul(steep, f32x4.splat(load<f32>(x + (k << 2)))));
      if (leaking) step(leakAt, f32x4.mul(steep, leak));
    }
    if (at >= half && at % STRIDE == 0) {
      sumUp();
      averaged++;
    }
  }
  return averaged;
}

/** Adds the weights to their sum, which is kept in double precision. */
function sumUp(): void {
  for (let f: usize = 0; f < features; f++) {
    const w = v128.load(trained + (f << 4));
    const sum = trainedSum + (f << 5);
    v128.store(sum, f64x2.add(v128.load(sum), f64x2.promote_low_f32x4(w)));
    const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(w, w, 2, 3, 2, 3));
    v128.store(sum, f64x2.add(v128.load(sum, 16), high), 16);
  }
}
