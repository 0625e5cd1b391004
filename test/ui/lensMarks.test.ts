/** What a mark in the lens says of whom it marks. */
import { expect, it } from 'vitest';
import type { LensCell, LensView } from '../../src/session/view.ts';
import type { Conjunction } from '../../src/sim/segments.ts';
import { cutBy } from '../../src/ui/lens/cut.ts';
import { cellFigure, coversCell, isWhole, partingScope } from '../../src/ui/lens/layers.ts';
import { stands } from '../../src/ui/stands.ts';

const lens = (models: readonly string[]): LensView =>
  ({
    by: ['model', 'history'],
    axes: ['model', 'history'],
    columns: models.map((key) => ({ key, label: key })),
    rows: ['0-20', '> 300'].map((key) => ({ key, label: key })),
  }) as unknown as LensView;
const cell: Conjunction = { model: ['v59'], history: ['> 300'], surface: ['home'] };

it('names the version only where it sets anybody apart', () => {
  expect(partingScope(lens(['v58', 'v59']), cell)).toEqual(cell);
  expect(partingScope(lens(['v59']), cell)).toEqual({ history: ['> 300'], surface: ['home'] });
});

it('keeps the one dimension there is', () => {
  const alone = { ...lens(['v59']), by: ['model'], axes: ['model'] } as LensView;
  expect(partingScope(alone, { model: ['v59'] })).toEqual({ model: ['v59'] });
});

const group = (deviation: number | null, dots = 9): LensCell =>
  ({ deviation, error: 1, dots }) as LensCell;

it('has the colour of what it means for people', () => {
  expect(stands(group(-9), 'down')).toBe('loss');
  expect(stands(group(9), 'up')).toBe('loss');
  expect(stands(group(-9), 'up')).toBe('gain');
  expect(stands(group(2), 'up')).toBe('flat');
});

it('tells nobody from no figure', () => {
  expect(cellFigure(group(-27))).toBe('−27 ± 1 %');
  expect(cellFigure(group(null, 0))).toBe('nobody here');
  expect(cellFigure(group(null))).toBe('no figure');
});

it('cuts a number that can be cut', () => {
  const of = (metric: string) =>
    cutBy({ metric, metrics: [{ id: 'save_rate' }], surface: 'all' } as unknown as LensView, [
      'region',
    ]);
  const cut = { view: 'lens', metric: 'save_rate', by: ['region'], surface: 'all' };
  expect(of('save_rate')).toEqual({ kind: 'look', look: cut });
  // Of the whole service: a minute for a number that nobody has.
  expect(of('head_share')).toEqual({ kind: 'look', look: cut });
});

it('says whether all of a cell is in a radius, or whom the lens does not show apart is not', () => {
  const cellOf = (scope: Conjunction) => ({ scope: [scope] }) as unknown as LensCell;
  const radius = [{ arm: ['v42'], activity: ['core'] }];
  const own = cellOf({ arm: ['v42'], history: ['> 300'] });
  expect(coversCell(radius, own, ['arm', 'history'])).toBe(true);
  expect(isWhole(radius, own)).toBe(false);
  expect(isWhole(radius, cellOf({ arm: ['v42'], activity: ['core'] }))).toBe(true);
  expect(isWhole(radius, cellOf({ arm: ['v41'], activity: ['core'] }))).toBe(false);
  expect(isWhole(null, own)).toBe(false);
});
