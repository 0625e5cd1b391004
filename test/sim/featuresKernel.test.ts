/** Item features and item parts in WebAssembly, against the plain way to say them. */
import { expect, test } from 'vitest';
import { fastLog } from '../../src/determinism/fastMath.ts';
import { createFeatureKernel, ITEM_FEATURES } from '../../src/sim/kernel/features.ts';
import { HEAD_COUNT, TOPIC_COUNT } from '../../src/sim/presets.ts';

const IDEAS = 500;
const TODAY = 9;
const kernel = createFeatureKernel(IDEAS);
const { run } = kernel;

/** A number in [0, 1) that looks random. */
const noise = (k: number): number => ((Math.imul(k + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0) / 2 ** 32;

kernel.exposures.forEach((_, i) => (kernel.exposures[i] = i % 50 === 0 ? 0 : noise(i) * 40_000));
kernel.saves.forEach((_, i) => (kernel.saves[i] = noise(i + 1000) * 900));
kernel.closeups.forEach((_, i) => (kernel.closeups[i] = noise(i + 2000) * 3000));
kernel.birthDay.forEach((_, i) => (kernel.birthDay[i] = TODAY - (i % 12)));
kernel.topic.forEach((_, i) => (kernel.topic[i] = i % TOPIC_COUNT));
kernel.tier.forEach((_, i) => (kernel.tier[i] = i % 3));
kernel.weights.forEach((_, k) => (kernel.weights[k] = noise(k + 3000) - 0.5));

/** In the order rate, close-ups, freshness, exposure. */
function plainFeatures(i: number, normalised: boolean, meanSaves: number): number[] {
  const [shown, saved, opened] = [kernel.exposures[i]!, kernel.saves[i]!, kernel.closeups[i]!];
  const rate = normalised
    ? (saved + 100 * 0.018) / (shown + 100) / 0.018
    : (saved + 1) / (meanSaves + 1);
  const age = TODAY - kernel.birthDay[i]!;
  return [
    fastLog(rate),
    fastLog((opened + 100 * 0.08) / (shown + 100) / 0.08),
    age < 7 ? 1 - age / 7 : 0,
    0.25 * fastLog((shown + 20) / 300),
  ].map(Math.fround);
}

const features = (i: number): number[] =>
  [kernel.logRate, kernel.logCloseup, kernel.freshness, kernel.logExposure].map((c) => c[i]!);

const ideas = Array.from({ length: IDEAS }, (_, i) => i);

test.each([
  [true, 0],
  [false, 12.5],
])('features are what the counters say, to the bit: normalised %s', (normalised, meanSaves) => {
  run.refresh(IDEAS, TODAY, normalised ? 1 : 0, meanSaves);
  expect(ideas.map(features)).toEqual(ideas.map((i) => plainFeatures(i, normalised, meanSaves)));
});

test('ideas beyond those asked for are left alone', () => {
  kernel.logRate.fill(7);
  kernel.part.fill(7);
  run.refresh(IDEAS - 1, TODAY, 1, 0);
  run.weigh(IDEAS - 1);
  expect(kernel.logRate[IDEAS - 1]).toBe(7);
  expect(kernel.part.slice(-HEAD_COUNT)).toEqual(new Float32Array(HEAD_COUNT).fill(7));
  expect(kernel.logRate[IDEAS - 2]).not.toBe(7);
});

test('the part of every head is its weights times the features, to the bit', () => {
  run.refresh(IDEAS, TODAY, 1, 0);
  run.weigh(IDEAS);
  const plain = ideas.flatMap((i) =>
    Array.from({ length: HEAD_COUNT }, (_, h) => {
      const weight = (feature: number): number => kernel.weights[feature * HEAD_COUNT + h]!;
      const dense = features(i).reduce((sum, value, f) => sum + value * weight(f), 0);
      const topic = weight(4 + kernel.topic[i]!);
      const tier = weight(4 + TOPIC_COUNT + kernel.tier[i]!);
      return Math.fround(dense + topic + tier);
    }),
  );
  expect([...kernel.part]).toEqual(plain);
  expect(ITEM_FEATURES).toBe(4 + TOPIC_COUNT + 3);
});
