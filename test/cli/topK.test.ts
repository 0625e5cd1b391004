/** Selection of the best of a stream against the plain way to say it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CANDIDATE_ROOM } from '../../src/sim/serving/scratch.ts';
import { offer } from '../../src/cli/topK.ts';

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
