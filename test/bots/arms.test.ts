/** When an arm that was drawn by lot is held to be behind what is off in it. */
import { expect, test } from 'vitest';
import { armOff } from '../../src/bots/careful/arms.ts';
import type { LensCell, LensView } from '../../src/session/view.ts';
import type { Dimension } from '../../src/sim/segments.ts';

const BAD_DOWN = -1;

const cell = (region: string, arm: string, deviation: number | null, error = 1): LensCell =>
  ({ scope: [{ region: [region], arm: [arm] }], deviation, error }) as unknown as LensCell;

const cut = (cells: readonly LensCell[], by: readonly Dimension[] = ['region', 'arm']): LensView =>
  ({ by, cells }) as unknown as LensView;

test('the arm that is off in all groups, where the other is not', () => {
  const lens = cut([
    cell('NA', 'v2', -6),
    cell('JP', 'v2', -4),
    cell('NA', 'v1', 1),
    cell('JP', 'v1', -1),
  ]);
  expect(armOff(lens, BAD_DOWN)).toEqual({
    arm: 'v2',
    scope: [{ arm: ['v2'] }],
    witness: [{ arm: ['v1'] }],
  });
});

test('no arm where both are off, or neither by more than its error, or the good way', () => {
  const pair = (v2: number, v1: number, error = 1) =>
    armOff(cut([cell('NA', 'v2', v2, error), cell('NA', 'v1', v1, error)]), BAD_DOWN);
  expect(pair(-20, -12)).toBeNull();
  expect(pair(-5, 0, 2)).toBeNull();
  expect(pair(5, 0)).toEqual(null);
  expect(pair(-6, 0)?.arm).toBe('v2');
});

test('a group that counts for little does not make up for one that is known well', () => {
  const lens = cut([
    cell('NA', 'v2', -6),
    cell('JP', 'v2', 90, 30),
    cell('NA', 'v1', 0),
    cell('JP', 'v1', null),
  ]);
  expect(armOff(lens, BAD_DOWN)?.arm).toBe('v2');
});

test('of groups chosen for being off, only they are held against each other, and more is asked of them', () => {
  const chosen = cell('JP', 'v2', -6);
  const calm = [cell('NA', 'v2', 0, 0.5), cell('NA', 'v1', 0, 0.5)];
  const lens = (control: number) => cut([chosen, cell('JP', 'v1', control), ...calm]);
  expect(armOff(lens(0), BAD_DOWN)).toBeNull();
  expect(armOff(lens(0), BAD_DOWN, [chosen])?.arm).toBe('v2');
  // Five points apart are three and a half errors: enough for arms as a whole.
  expect(armOff(lens(-1), BAD_DOWN, [chosen])).toBeNull();
});

test('who is not cut by arm says nothing about arms', () => {
  expect(armOff(cut([cell('NA', 'v2', -9)], ['region']), BAD_DOWN)).toBeNull();
});
