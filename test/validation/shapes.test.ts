/** Each published shape on a few seeds and in short worlds: the side of zero on which its interval lies. */
import { describe, expect, test, vi } from 'vitest';
import { thoroughly } from '../partOfDay.ts';
import { validation } from './compiled.ts';

const {
  alikes,
  arms,
  correlations,
  drift,
  effects,
  intervalOf,
  pool,
  popularityLoop,
  servingGap,
  summarise,
  GREEDY,
  ONCE,
  RANDOM_EXPOSURE,
  SHAPES,
  STILL,
} = validation;

const SEEDS = ['seed-1', 'seed-2', 'seed-3'];
/** For an effect of one per cent, which three worlds cannot tell from none. */
const MANY = Array.from({ length: 10 }, (_, k) => `seed-${k + 1}`);
/** Day on which homogenisation is looked at. */
const LOOKED = 13;

// Whole fortnights: on a machine that does other things too they take their time.
vi.setConfig({ testTimeout: 240_000 });

describe('published shapes', () => {
  test('similar people are shown more alike after retraining every night', () => {
    const rises = MANY.slice(0, 6).map((seed) => {
      const [once, nightly] = alikes(seed, [ONCE, []], LOOKED);
      return nightly!.similar / once!.similar - 1;
    });
    expect(intervalOf(rises).low).toBeGreaterThan(0);
  });

  test('interests run away faster under greedy choice than under random exposure, and in a small pool', () => {
    const days = 6;
    const worlds = SEEDS.map((seed) => ({
      greedy: drift(seed, [...GREEDY, STILL], days),
      random: drift(seed, [...RANDOM_EXPOSURE, STILL], days),
      six: drift(seed, pool(6), days),
    }));
    expect(intervalOf(worlds.map((w) => w.random.all / w.greedy.all - 1)).high).toBeLessThan(-0.2);
    expect(intervalOf(worlds.map((w) => w.greedy.common / w.six.common - 1)).high).toBeLessThan(0);
  });

  test('what is recommended gets more popular with each loop', () => {
    const { parts } = summarise(popularityLoop, SEEDS.map(popularityLoop.measure));
    for (const id of ['rise', 'first', 'second'])
      expect(parts.find((part) => part.id === id)).toMatchObject({ holds: true });
  });

  test('without diversity saves rise at first, and the gain is gone within two weeks', () => {
    const worlds = MANY.slice(0, 8).map((seed) => effects(seed, [0, 13]).map((e) => e.saves));
    expect(intervalOf(worlds.map(([first]) => first!)).low).toBeGreaterThan(0);
    expect(intervalOf(worlds.map(([, later]) => later!)).high).toBeLessThan(0);
  });

  test('a model that reads behaviour gains at its launch', () => {
    const gains = MANY.slice(0, 6).map((seed) => {
      const [early] = arms(seed, [[1]]);
      return early!.seesOnce / early!.control - 1;
    });
    expect(intervalOf(gains).low).toBeGreaterThan(0);
  });

  test('a model better on the log is worse online without its input, and with versions apart', () => {
    const { parts } = summarise(servingGap, MANY.map(servingGap.measure));
    for (const id of ['sound', 'gap', 'skew'])
      expect(parts.find((part) => part.id === id)).toMatchObject({ holds: true });
  });

  test('shallow clicks go with coming back, until they are counted per impression', () => {
    const figures = SEEDS.map((seed) => correlations(seed, 7, 14));
    const raw = intervalOf(figures.map((f) => f['raw']!));
    expect(raw.low).toBeGreaterThan(0);
    expect(intervalOf(figures.map((f) => f['normalised']!)).mean).toBeLessThan(raw.mean / 4);
  });
});

test.each(thoroughly(SHAPES))(
  'as published, over ten worlds: $id',
  { timeout: 900_000 },
  (shape) => {
    const { parts } = summarise(shape, MANY.map(shape.measure));
    expect(parts.filter((part) => !part.holds)).toEqual([]);
  },
);

test('an interval is the mean with Student’s quantile to both sides', () => {
  // 2.776 for four degrees of freedom; mean 3, standard error √.5.
  const { mean, low, high } = intervalOf([1, 2, 3, 4, 5]);
  expect(mean).toBeCloseTo(3);
  expect(high - mean).toBeCloseTo(2.776 * Math.SQRT1_2, 1);
  expect(mean - low).toBeCloseTo(high - mean);
  expect(intervalOf([1]).low).toBe(-Infinity);
});

test('a shape is reproduced only where every interval lies as it must', () => {
  const shape = { ...SHAPES[0]!, parts: SHAPES[0]!.parts.slice(0, 2) };
  const [a, b] = shape.parts.map((p) => p.id) as [string, string];
  const worlds = [1, 2, 3, 4].map((v) => ({ [a]: 10 + v, [b]: v - 2 }));
  const result = summarise(shape, worlds);
  expect(result.parts.map((p) => p.holds)).toEqual([true, false]);
  expect(result.reproduced).toBe(false);
  expect(summarise({ ...shape, parts: shape.parts.slice(0, 1) }, worlds).reproduced).toBe(true);
});
