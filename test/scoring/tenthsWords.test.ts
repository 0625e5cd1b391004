/** Shares as they are said: the ends only of what is at an end. */
import { expect, test } from 'vitest';
import { tenths } from '../../src/scoring/tenthsWords.ts';

test.each([
  [1, 'all'],
  [0.97, '9 in 10'],
  [0.19, '2 in 10'],
  [0.02, '1 in 10'],
  [0, 'none'],
])('%f is said as %s', (share, said) => {
  expect(tenths(share)).toBe(said);
});
