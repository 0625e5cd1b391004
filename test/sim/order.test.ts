/** Selection and order in serving against the plain ways to say them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CANDIDATE_ROOM, createScratch } from '../../src/sim/serving/scratch.ts';
import { sortByUtility } from '../../src/sim/serving/order.ts';
import { offer } from '../../src/sim/serving/topK.ts';

/** Few values, so that equals are common. */
const scores = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: CANDIDATE_ROOM });

/** Places by score, greatest first, equals as they came. */
function ordered(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b);
}

test('the best k of a stream are the first k of the sorted stream', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 20 }), (values, k) => {
      const ids = new Int32Array(k);
      const best = new Float64Array(k);
      let n = 0;
      values.forEach((score, id) => {
        n = offer(ids, best, n, k, id, score);
      });
      expect([...ids.subarray(0, n)]).toEqual(ordered(values).slice(0, k));
      expect([...best.subarray(0, n)]).toEqual([...ids.subarray(0, n)].map((id) => values[id]));
    }),
  );
});

function placed(values: readonly number[]): number[] {
  const scratch = createScratch(1);
  scratch.candidates = values.length;
  scratch.candidateUtility.set(values);
  sortByUtility(scratch);
  expect([...scratch.placeUtility.subarray(0, values.length)]).toEqual(
    [...scratch.place.subarray(0, values.length)].map((c) => values[c]),
  );
  return [...scratch.place.subarray(0, values.length)];
}

test('candidates are placed by utility, equals in the order of their sources', () => {
  fc.assert(
    fc.property(scores, (values) => {
      expect(placed(values)).toEqual(ordered(values));
    }),
  );
});

test('candidates without a score stay in the order of their sources', () => {
  const lost = Array.from({ length: 66 }, () => NaN);
  expect(placed(lost)).toEqual(lost.map((_, i) => i));
});
