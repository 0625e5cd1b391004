/** The trainer's pass in WebAssembly against the plain way to say it. */
import { describe, expect, test } from 'vitest';
import { exp } from '../../src/determinism/math.ts';
import { FEATURE_COUNT, F_DOT, F_LEAK, F_LOCAL, F_PRICE } from '../../src/sim/data/layout.ts';
import { COLUMNS, FEATURE_AT } from '../../src/sim/data/train.ts';
import { BATCH, createTrainerKernel } from '../../src/sim/kernel/trainer.ts';
import { HEAD_COUNT } from '../../src/sim/presets.ts';

/** A number in [−1, 1) that looks random. */
const noise = (k: number): number => ((Math.imul(k + 1, 0x9e3779b1) ^ 0x5bd1e995) | 0) / 2 ** 31;

describe('a pass of the trainer', () => {
  const WIDTH = FEATURE_COUNT;
  const ROWS = 200;
  const trainer = createTrainerKernel(WIDTH);
  // The match stands for two one-hots, and is told apart below.
  const columns = COLUMNS.slice(0, -1);
  const sizes = [4, 8, 4, 4, 8, 3, 6, 24, 6];

  test.each([0, 1])('follows the gradient row by row, leak %d', (leaking) => {
    trainer.ints('featureAt', FEATURE_AT.length).set(FEATURE_AT);
    const bytes = trainer.bytes('rowColumns', 9 * BATCH);
    const features = trainer.floats('rowFeatures', ROWS * 9);
    const weight = trainer.floats('rowWeight', ROWS);
    const labels = trainer.bytes('rowLabels', ROWS);
    const leak = trainer.floats('rowLeak', ROWS);
    for (let r = 0; r < ROWS; r++) {
      sizes.forEach((size, k) => (bytes[k * BATCH + r] = (r * 7 + k * 3) % size));
      for (let k = 0; k < 9; k++) features[r * 9 + k] = noise(r * 9 + k);
      weight[r] = r % 11 === 0 ? 0 : 1 + (r % 4);
      labels[r] = (r * 5) % 16;
      leak[r] = noise(r + 5000);
    }
    const trained = trainer.floats('trained', WIDTH * HEAD_COUNT);
    const sum = trainer.doubles('trainedSum', WIDTH * HEAD_COUNT);
    trained.forEach((_, k) => (trained[k] = noise(k)));
    sum.fill(0);
    const w = Float64Array.from(trained);
    const wanted = new Float64Array(w.length);
    let count = 0;
    for (let r = 0; r < ROWS; r++) {
      // Every feature of the row with its input and its learning rate.
      const inputs: [feature: number, x: number, rate: number][] = [[0, 1, 0.01]];
      columns.forEach((name, k) =>
        inputs.push([FEATURE_AT[k]! + bytes[k * BATCH + r]!, 1, name === 'build' ? 0.02 : 0.01]),
      );
      const match = bytes[8 * BATCH + r]!;
      inputs.push([F_PRICE + (match % 3), 1, 0.01]);
      if (match >= 3) inputs.push([F_LOCAL + bytes[4 * BATCH + r]!, 1, 0.01]);
      for (let k = 0; k < 8; k++) inputs.push([F_DOT + k, features[r * 9 + k]!, 0.05]);
      if (leaking === 1) inputs.push([F_LEAK, leak[r]!, 0.05]);
      for (let h = 0; h < HEAD_COUNT; h++) {
        let z = features[r * 9 + 8]!;
        for (const [f, x] of inputs) z += x * w[f * HEAD_COUNT + h]!;
        const error = weight[r]! * (((labels[r]! >> h) & 1) - 1 / (1 + exp(-z)));
        for (const [f, x, rate] of inputs)
          w[f * HEAD_COUNT + h] = w[f * HEAD_COUNT + h]! + rate * error * x;
      }
      if (r + 3 >= 100 && (r + 3) % 32 === 0) {
        w.forEach((v, k) => (wanted[k] = wanted[k]! + v));
        count++;
      }
    }
    expect(trainer.run.learn(ROWS, 3, 100, 0.05, 0.01, 0.02, leaking)).toBe(count);
    for (let k = 0; k < w.length; k++) {
      expect(trained[k]).toBeCloseTo(w[k]!, 5);
      expect(sum[k]! / count).toBeCloseTo(wanted[k]! / count, 5);
    }
  });
});
