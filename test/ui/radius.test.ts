/** Editing a radius: what each button and each cross does to the claim. */
import { expect, test } from 'vitest';
import type { Dimension } from '../../src/sim/segments.ts';
import { editRadius, isUnsaid, UNSAID } from '../../src/ui/radius/edit.ts';
import { scopeWords } from '../../src/session/segmentWords.ts';

const universe = new Map<Dimension, readonly string[]>([
  ['build', ['9.10', '9.9']],
  ['region', ['NA', 'IN']],
]);

test('nobody and not said yet are different answers', () => {
  const nobody = editRadius(UNSAID, { edit: 'set', layer: 'hurtNow', scope: [] });
  expect(nobody.hurtNow).toEqual([]);
  expect(scopeWords(nobody.hurtNow)).toBe('nobody');
  expect(scopeWords(UNSAID.hurtNow)).toBe('not said yet');
  expect(isUnsaid(nobody)).toBe(false);
});

test('adding and taking away the same cell leaves the claim as it was', () => {
  const cell = [{ build: ['9.10'], region: ['NA'] }];
  const added = editRadius(UNSAID, { edit: 'add', layer: 'reading', scope: cell, universe });
  expect(added.reading).toEqual(cell);
  const removed = editRadius(added, { edit: 'remove', layer: 'reading', scope: cell, universe });
  expect(removed).toEqual(UNSAID);
});

test('letting go of the last dimension withdraws the claim instead of widening it to everyone', () => {
  const one = editRadius(UNSAID, { edit: 'set', layer: 'reading', scope: [{ build: ['9.10'] }] });
  const none = editRadius(one, {
    edit: 'drop-dimension',
    layer: 'reading',
    part: 0,
    dimension: 'build',
  });
  expect(none.reading).toBeNull();
});

test('letting go of one of two dimensions widens the claim', () => {
  const two = editRadius(UNSAID, {
    edit: 'set',
    layer: 'reading',
    scope: [{ build: ['9.10'], surface: ['home'] }],
  });
  const one = editRadius(two, {
    edit: 'drop-dimension',
    layer: 'reading',
    part: 0,
    dimension: 'surface',
  });
  expect(one.reading).toEqual([{ build: ['9.10'] }]);
  expect(scopeWords(two.reading)).toBe('people on app 9.10 on Home');
});

test('dropping one part of a union keeps the others', () => {
  const both = editRadius(UNSAID, {
    edit: 'set',
    layer: 'witness',
    scope: [{ build: ['9.10'] }, { region: ['IN'] }],
  });
  expect(editRadius(both, { edit: 'drop-part', layer: 'witness', part: 0 }).witness).toEqual([
    { region: ['IN'] },
  ]);
});

test('onset and severity are kept apart from the layers', () => {
  const since = editRadius(UNSAID, { edit: 'since', tick: 540 });
  expect(editRadius(since, { edit: 'severity', severity: 'high' })).toEqual({
    ...UNSAID,
    sinceTick: 540,
    severity: 'high',
  });
});
