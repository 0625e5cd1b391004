import { describe, expect, test } from 'vitest';
import * as own from '../../src/determinism/math.ts';
import { evenly, worstRelativeError } from './errorBound.ts';

const reference = Math;
const sigmoidReference = (x: number): number =>
  x >= 0 ? 1 / (1 + reference.exp(-x)) : reference.exp(x) / (1 + reference.exp(x));

describe('relative error against the engine', () => {
  const cases: [string, (x: number) => number, (x: number) => number, Float64Array, number][] = [
    ['exp', own.exp, reference.exp, evenly(-745, 709.7), 1e-15],
    ['log, near one', own.log, reference.log, evenly(0.5, 2), 1e-15],
    ['log, large', own.log, reference.log, evenly(2, 1e300), 1e-15],
    ['log, tiny', own.log, reference.log, evenly(5e-324, 1e-300), 1e-15],
    ['expm1', own.expm1, reference.expm1, evenly(-30, 30), 1e-14],
    ['expm1, near zero', own.expm1, reference.expm1, evenly(-1e-6, 1e-6), 1e-14],
    ['log1p', own.log1p, reference.log1p, evenly(-0.999, 50), 1e-14],
    ['log1p, near zero', own.log1p, reference.log1p, evenly(-1e-6, 1e-6), 1e-14],
    ['log2', own.log2, reference.log2, evenly(2, 1e9), 1e-15],
    ['log10', own.log10, reference.log10, evenly(2, 1e9), 1e-15],
    ['tanh', own.tanh, reference.tanh, evenly(-25, 25), 1e-13],
    ['sigmoid', own.sigmoid, sigmoidReference, evenly(-700, 700), 1e-14],
    [
      'pow, of a base',
      (x) => own.pow(x, 13.7),
      (x) => reference.pow(x, 13.7),
      evenly(1e-9, 1e9),
      1e-12,
    ],
    [
      'pow, of an exponent',
      (y) => own.pow(7, y),
      (y) => reference.pow(7, y),
      evenly(-360, 364),
      1e-12,
    ],
    [
      'pow, far integer',
      (x) => own.pow(x, -31),
      (x) => reference.pow(x, -31),
      evenly(-9, 9.001),
      1e-12,
    ],
  ];
  test.each(cases)('%s', (_name, f, oracle, xs, bound) => {
    const { error, at } = worstRelativeError(f, oracle, xs);
    expect(error, `at ${at}`).toBeLessThanOrEqual(bound);
    expect(error, 'the same function twice proves nothing').not.toBe(NaN);
  });
});

test.each([10, 1e3, 1e6])('sin and cos are off by at most 1e-15 up to %d', (range) => {
  for (const x of evenly(-range, range, 40_001)) {
    expect(Math.abs(own.sin(x) - reference.sin(x)), `sin ${x}`).toBeLessThanOrEqual(1e-15);
    expect(Math.abs(own.cos(x) - reference.cos(x)), `cos ${x}`).toBeLessThanOrEqual(1e-15);
  }
});

test('an angle too large to reduce is refused', () => {
  expect(() => own.sin(1.1e6)).toThrow(RangeError);
  expect(() => own.cos(-Infinity)).toThrow(RangeError);
});

test.each<[string, number, number]>([
  ['exp(0)', own.exp(0), 1],
  ['exp(−∞)', own.exp(-Infinity), 0],
  ['exp(∞)', own.exp(Infinity), Infinity],
  ['exp(710)', own.exp(710), Infinity],
  ['exp(NaN)', own.exp(NaN), NaN],
  ['log(0)', own.log(0), -Infinity],
  ['log(1)', own.log(1), 0],
  ['log(−1)', own.log(-1), NaN],
  ['log(∞)', own.log(Infinity), Infinity],
  ['log(NaN)', own.log(NaN), NaN],
  ['log1p(−1)', own.log1p(-1), -Infinity],
  ['log1p(−2)', own.log1p(-2), NaN],
  ['log1p(∞)', own.log1p(Infinity), Infinity],
  ['expm1(−∞)', own.expm1(-Infinity), -1],
  ['expm1(∞)', own.expm1(Infinity), Infinity],
  ['pow(2, 10)', own.pow(2, 10), 1024],
  ['pow(2, −10)', own.pow(2, -10), 1 / 1024],
  ['pow(−2, 3)', own.pow(-2, 3), -8],
  ['pow(−1, 101)', own.pow(-1, 101), -1],
  ['pow(−1, 100)', own.pow(-1, 100), 1],
  ['pow(−2, 0.5)', own.pow(-2, 0.5), NaN],
  ['pow(0, 0.5)', own.pow(0, 0.5), 0],
  ['pow(0, −1)', own.pow(0, -1), Infinity],
  ['pow(NaN, 0)', own.pow(NaN, 0), 1],
  ['pow(1, 1e300)', own.pow(1, 1e300), 1],
  ['tanh(0)', own.tanh(0), 0],
  ['tanh(∞)', own.tanh(Infinity), 1],
  ['tanh(−∞)', own.tanh(-Infinity), -1],
  ['tanh(NaN)', own.tanh(NaN), NaN],
  ['sigmoid(0)', own.sigmoid(0), 0.5],
  ['sigmoid(∞)', own.sigmoid(Infinity), 1],
  ['sigmoid(−∞)', own.sigmoid(-Infinity), 0],
  ['sigmoid(NaN)', own.sigmoid(NaN), NaN],
  ['logit(1)', own.logit(1), Infinity],
  ['logit(0)', own.logit(0), -Infinity],
  ['sin(0)', own.sin(0), 0],
  ['cos(0)', own.cos(0), 1],
  ['sin(NaN)', own.sin(NaN), NaN],
])('%s', (_name, seen, wanted) => {
  expect(seen).toBe(wanted);
});

test('logit undoes sigmoid', () => {
  for (const x of evenly(-20, 20, 101)) expect(own.logit(own.sigmoid(x))).toBeCloseTo(x, 6);
});
