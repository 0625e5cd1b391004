/** What a mark in the lens says of whom it marks. */
import { expect, it } from 'vitest';
import type { LensView } from '../../src/session/view.ts';
import type { Conjunction } from '../../src/sim/segments.ts';
import { partingScope } from '../../src/ui/lens/layers.ts';

const lens = (models: readonly string[]): LensView =>
  ({
    by: ['model', 'history'],
    columns: models.map((key) => ({ key, label: key })),
    rows: ['0-20', '> 300'].map((key) => ({ key, label: key })),
  }) as unknown as LensView;
const cell: Conjunction = { model: ['v59'], history: ['> 300'], surface: ['home'] };

it('names the version only where it sets anybody apart', () => {
  expect(partingScope(lens(['v58', 'v59']), cell)).toEqual(cell);
  expect(partingScope(lens(['v59']), cell)).toEqual({ history: ['> 300'], surface: ['home'] });
});

it('keeps the one dimension there is', () => {
  const alone = { ...lens(['v59']), by: ['model'] } as LensView;
  expect(partingScope(alone, { model: ['v59'] })).toEqual({ model: ['v59'] });
});
