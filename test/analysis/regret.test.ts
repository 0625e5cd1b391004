/** Moves judged by what they were expected to cost under a belief, not by what they happened to cost. */
import { expect, test } from 'vitest';
import type { PointTable } from '../../src/analysis/marks/tables.ts';
import { judge, type Judged } from '../../src/analysis/marks/judge.ts';
import { markOf } from '../../src/analysis/belief/regret.ts';

const harms = (ranker: number, meter: number): ReadonlyMap<string, number> =>
  new Map([
    ['ranker', ranker],
    ['meter', meter],
  ]);
const NOTHING = harms(4, 0);
const DONE = harms(1, 0);
const STAKES = { nothing: NOTHING, end: DONE, largest: 4, missed: 0 };
const ROLLBACK = 0;
const table: PointTable = {
  stay: NOTHING,
  done: DONE,
  instead: new Map([[ROLLBACK, harms(0, 3)]]),
  after: new Map(),
};
const believing = (ranker: number, over: Partial<PointTable> = {}, end = DONE): Judged =>
  judge(harms(ranker, 1 - ranker), { ...table, ...over }, { ...STAKES, end });

test('marks end where they are said to end', () => {
  expect([0, 0.035, 0.036, 0.1, 0.11, 0.2, 0.21, 0.4, 0.41, 3].map(markOf)).toEqual([
    'best',
    'best',
    'good',
    'good',
    'inaccuracy',
    'inaccuracy',
    'mistake',
    'mistake',
    'blunder',
    'blunder',
  ]);
});

test('a change is held against the best there was, as a share of what was at stake', () => {
  expect(believing(1)).toEqual({
    mark: 'mistake',
    expected: 1,
    best: ROLLBACK,
    least: 0,
    regret: 0.25,
    bettered: 0.75,
  });
});

test('what an order does by itself is held against nothing more being done', () => {
  expect(believing(1, { done: harms(3.9, 0) }).bettered).toBeCloseTo(0.025);
  expect(believing(1, { done: harms(5, 0) }).bettered).toBeCloseTo(-0.25);
});

test('the same change is best under another belief, whatever it was in truth', () => {
  expect(believing(0.5)).toMatchObject({ mark: 'best', best: 'played', expected: 0.5, regret: 0 });
});

test('a change is worth what it leaves reachable: by the best line after it, or by how its player went on', () => {
  expect(believing(1, { after: new Map([[ROLLBACK, harms(0.02, 0)]]) }).mark).toBe('best');
  expect(believing(1, {}, harms(0.02, 0)).mark).toBe('best');
});

test('what only did harm is held against leaving things alone', () => {
  const worse = believing(1, { done: harms(6, 0), instead: new Map() }, harms(6, 0));
  expect(worse).toMatchObject({ mark: 'blunder', best: 'stay', least: 4 });
});

test('where looking first was worth its minutes, acting at once is held against that', () => {
  const judged = judge(harms(0.5, 0.5), table, { ...STAKES, missed: 0.6 });
  expect(judged).toMatchObject({ best: 'look', expected: 0.5, mark: 'mistake' });
  expect(judged.regret).toBeCloseTo(0.6 / 2.1, 12);
});

test('belief in what was not run is left out', () => {
  const belief = new Map([
    ['ranker', 0.3],
    ['meter', 0.3],
    ['nobody knows', 0.4],
  ]);
  const judged = judge(belief, table, STAKES);
  expect(judged.expected).toBeCloseTo(believing(0.5).expected, 12);
});

test('where all lines cost about the same, nothing is a blunder', () => {
  const flat: PointTable = {
    stay: harms(0, 1),
    done: harms(0, 1.02),
    instead: new Map(),
    after: new Map(),
  };
  const judged = judge(harms(0, 1), flat, {
    nothing: flat.stay,
    end: flat.done,
    largest: 1.02,
    missed: 0,
  });
  expect(judged.mark).toBe('inaccuracy');
});
