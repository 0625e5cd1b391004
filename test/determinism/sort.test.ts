import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortIndices, topK } from '../../src/determinism/sort.ts';

/** Few distinct values, so that ties are common, and the values that break comparisons. */
const score = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom(NaN, -0, 0, Infinity, -Infinity, 0.5),
);

const ranked = (scores: Float64Array, ids: Int32Array): number[] =>
  Array.from(scores.keys()).toSorted((i, j) => {
    const a = Number.isNaN(scores[i]) ? -Infinity : scores[i]!;
    const b = Number.isNaN(scores[j]) ? -Infinity : scores[j]!;
    const nan = Number(Number.isNaN(scores[i])) - Number(Number.isNaN(scores[j]));
    return a === b ? nan || ids[i]! - ids[j]! : a > b ? -1 : 1;
  });

describe('topK', () => {
  test('equals sorting everything', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 60 }), fc.nat(70), fc.nat(1000), (list, k, salt) => {
        const scores = Float64Array.from(list);
        const ids = Int32Array.from(list, (_, i) => (i * 7919 + salt) % 10_007);
        const out = new Int32Array(70).fill(-7);
        const count = topK(scores, ids, list.length, k, out);
        expect(count).toBe(Math.min(k, list.length));
        expect([...out.subarray(0, count)]).toEqual(ranked(scores, ids).slice(0, k));
        expect(out.subarray(count).every((x) => x === -7)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of the candidates', () => {
    const ids = Int32Array.from({ length: 40 }, (_, i) => i);
    const best = (order: number[]): number[] => {
      const scores = Float64Array.from(order, (id) => id % 5);
      const shuffled = Int32Array.from(order);
      const out = new Int32Array(12);
      topK(scores, shuffled, 40, 12, out);
      return [...out].map((i) => shuffled[i]!);
    };
    const wanted = best([...ids]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...ids], { minLength: 40, maxLength: 40 }), (order) => {
        expect(best(order)).toEqual(wanted);
      }),
    );
  });

  test('looks at the first n only, and fits its result', () => {
    const scores = new Float64Array([1, 2, 3, 9]);
    const ids = new Int32Array([0, 1, 2, 3]);
    const out = new Int32Array(2);
    expect(topK(scores, ids, 3, 10, out)).toBe(2);
    expect([...out]).toEqual([2, 1]);
    expect(topK(scores, ids, 3, 0, out)).toBe(0);
    expect(topK(scores, ids, 0, 3, out)).toBe(0);
  });
});

test('sortIndices is stable, ascending, with NaN last', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 80 }), (list) => {
      const keys = Float64Array.from(list);
      const out = new Int32Array(list.length);
      sortIndices(keys, list.length, out, new Int32Array(list.length));
      const wanted = Array.from(keys.keys()).toSorted((i, j) => {
        const nan = Number(Number.isNaN(keys[i])) - Number(Number.isNaN(keys[j]));
        if (nan !== 0) return nan;
        return keys[i]! < keys[j]! ? -1 : keys[i]! > keys[j]! ? 1 : i - j;
      });
      expect([...out]).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});
