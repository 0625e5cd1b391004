/** What is said of when enough had been read. */
import { expect, test } from 'vitest';
import type { Path } from '../../src/analysis/marks/path.ts';
import { enoughWords } from '../../src/scoring/marksView.ts';

const path = (over: Partial<Path>): Path => ({
  steps: [],
  enough: null,
  waitsFree: false,
  missed: null,
  ...over,
});

test('no look is one too many where waiting cost nobody anything', () => {
  expect(enoughWords(path({ waitsFree: true }), 900)).toMatch(/waiting cost nobody anything/);
  expect(enoughWords(path({}), 900)).toMatch(/always a look worth more/);
});

test('else there is a minute from which waiting cost more than any look', () => {
  expect(enoughWords(path({ enough: 900 }), 900)).toMatch(/as soon as/);
  expect(enoughWords(path({ enough: 880 }), 900)).toMatch(/20 min later/);
});
