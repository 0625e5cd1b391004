import { expect, test } from 'vitest';
import { scopeWords, valueWords } from '../../src/session/segmentWords.ts';
import { DIMENSIONS, REGIONS, type Scope } from '../../src/sim/segments.ts';

test.each<[string, Scope | null]>([
  ['not said yet', null],
  ['nobody', []],
  ['everyone', [{}]],
  ['people in North America', [{ region: ['NA'] }]],
  [
    'core people in Japan or India in arm v42',
    [{ arm: ['v42'], region: ['JP', 'IN'], activity: ['core'] }],
  ],
  ['people on Android 9.10 on Home', [{ surface: ['home'], build: ['android 9.10'] }]],
  [
    'people in their first week; people with > 300 saves',
    [{ tenure: ['2-7 d'] }, { history: ['> 300'] }],
  ],
  ['people in no layered test', [{ overlap: [''] }]],
  ['people here for over a month with low-end phones', [{ tier: ['low'], tenure: ['> 28 d'] }]],
])('%s', (words, scope) => {
  expect(scopeWords(scope)).toBe(words);
});

test('no region is spoken by its key, and every dimension finds its way into a sentence', () => {
  for (const region of REGIONS) expect(valueWords('region', region)).not.toBe(region);
  for (const dimension of DIMENSIONS)
    expect(scopeWords([{ [dimension]: ['x'] }])).toMatch(/people.* x|x people/);
});
