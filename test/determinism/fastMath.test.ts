import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastExp, fastSigmoid } from '../../src/determinism/fastMath.ts';
import { evenly, worstRelativeError } from './errorBound.ts';

const CELL = Math.LN2 / 32;

describe('fastExp', () => {
  test('is within a millionth over its whole range', () => {
    const { error, at } = worstRelativeError(fastExp, Math.exp, evenly(-708, 709, 1_000_001));
    // The bound is a promise to callers; the method keeps a tighter one while its cells are centred.
    expect(error, `at ${at}`).toBeLessThanOrEqual(2.2e-7);
  });

  test('saturates instead of overflowing', () => {
    expect(fastExp(-709)).toBe(0);
    expect(fastExp(-Infinity)).toBe(0);
    expect(fastExp(710)).toBe(fastExp(709));
    expect(fastExp(Infinity)).toBe(fastExp(709));
    expect(Number.isFinite(fastExp(Infinity))).toBe(true);
  });

  test('keeps NaN', () => {
    expect(fastExp(NaN)).toBeNaN();
    expect(fastSigmoid(NaN)).toBeNaN();
  });

  test('is one at zero', () => expect(fastExp(0)).toBe(1));

  test('never falls, from one double to the next, across the seams of its table', () => {
    const next = new Float64Array(1);
    const word = new BigInt64Array(next.buffer);
    for (let cell = -640; cell < 640; cell++) {
      next[0] = (cell + 0.5) * CELL;
      word[0]! -= 200n * (cell < 0 ? -1n : 1n);
      let before = fastExp(next[0]);
      for (let i = 0; i < 400; i++) {
        word[0]! += cell < 0 ? -1n : 1n;
        const after = fastExp(next[0]);
        if (after < before) expect.fail(`falls at ${next[0]}`);
        before = after;
      }
    }
  });

  test('never falls, anywhere', () => {
    const x = fc.double({ min: -720, max: 720, noNaN: true });
    fc.assert(
      fc.property(x, x, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(fastExp(low)).toBeLessThanOrEqual(fastExp(high));
        expect(fastSigmoid(low)).toBeLessThanOrEqual(fastSigmoid(high));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('fastSigmoid', () => {
  test('is within a millionth in both tails', () => {
    const exact = (x: number): number => 1 / (1 + Math.exp(-x));
    const { error, at } = worstRelativeError(fastSigmoid, exact, evenly(-700, 700, 500_001));
    expect(error, `at ${at}`).toBeLessThanOrEqual(1e-6);
  });

  test('stays within zero and one', () => {
    expect(fastSigmoid(Infinity)).toBe(1);
    expect(fastSigmoid(-Infinity)).toBeGreaterThanOrEqual(0);
    expect(fastSigmoid(-Infinity)).toBeLessThan(1e-300);
    expect(fastSigmoid(0)).toBe(0.5);
  });
});
