import { expect, test } from 'vitest';
import { aboveBound, holm } from '../../src/analysis/validation/paired.ts';

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
