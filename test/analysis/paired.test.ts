import { expect, test } from 'vitest';
import { aboveBound, aboveBoundEach, holm } from '../../src/analysis/validation/paired.ts';

test('a mean well above its bound is told from it, one below is not', () => {
  const differences = [0.3, 0.5, 0.4, 0.6, 0.2];
  // t = 0.4 / (0.1581 / √5) = 5.657 with four degrees of freedom.
  expect(aboveBound(differences, 0).p).toBeCloseTo(0.0024, 4);
  expect(aboveBound(differences, 0.4).p).toBeCloseTo(0.5, 12);
  expect(aboveBound(differences, 0.8).p).toBeGreaterThan(0.99);
  expect(aboveBound(differences, 0).mean).toBeCloseTo(0.4, 12);
});

test('one pair tells nothing, pairs that are all alike tell all', () => {
  expect(aboveBound([5], 0)).toMatchObject({ p: 1, low: -Infinity, high: Infinity });
  expect(aboveBound([0, 0, 0], -0.05).p).toBe(0);
  expect(aboveBound([0, 0, 0], 0).p).toBe(1);
});

test('chances are adjusted step by step, in the order given', () => {
  // Holm's procedure by hand: 4 × 0.005, 3 × 0.01, 2 × 0.03, 0.04 raised to the one before.
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  [0.03, 0.06, 0.06, 0.02].forEach((p, k) => expect(adjusted[k]).toBeCloseTo(p, 12));
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});

test('several groups have one spread, pooled within them', () => {
  // Squares 2 and 2 over one degree each: errors of 1, on two degrees.
  const [near, far, alone] = aboveBoundEach([[1, 3], [5, 7], [4]], 0);
  expect(near!.mean).toBe(2);
  expect(near!.p).toBeCloseTo(0.0918, 4);
  expect(far!.p).toBeCloseTo(0.0133, 4);
  expect(far!.high - far!.low).toBeCloseTo(near!.high - near!.low, 12);
  // One alone has no spread of its own, and the error of one.
  expect(alone!.p).toBeCloseTo(0.0528, 4);
  expect(aboveBoundEach([[4]], 0)[0]).toMatchObject({ p: 1, low: -Infinity, high: Infinity });
});
