/** A line judged by what it was expected to cost under a belief, not by what it happened to cost. */
import { expect, test } from 'vitest';
import { decide } from '../../src/analysis/belief/regret.ts';
import { validation } from '../validation/compiled.ts';
import { scenarioById } from '../scenario/library.ts';

const [YOU, NOTHING] = [0, 1];
// Columns: you, nothing, a rollback.
const table = new Map([
  ['ranker', [1, 4, 0]],
  ['meter', [0, 0, 3]],
]);
const under = (ranker: number): ReturnType<typeof decide> =>
  decide(
    new Map([
      ['ranker', ranker],
      ['meter', 1 - ranker],
    ]),
    table,
    YOU,
    NOTHING,
  );

test('expected harm is the mean over the belief, and the best line the one of the least', () => {
  const sure = under(1);
  expect(sure.expected).toEqual([1, 4, 0]);
  expect(sure.best).toBe(2);
  expect(sure.regret).toBeCloseTo(0.25, 12);
  expect(sure.mark).toBe('mistake');
});

test('the same line is best under another belief, whatever it was in truth', () => {
  const split = under(0.5);
  expect(split.expected).toEqual([0.5, 2, 1.5]);
  expect(split.best).toBe(YOU);
  expect(split.mark).toBe('best');
});

test('belief in what could not be run is left out', () => {
  const belief = new Map([
    ['ranker', 0.3],
    ['meter', 0.3],
    ['nobody knows', 0.4],
  ]);
  expect(decide(belief, table, YOU, NOTHING).expected).toEqual(under(0.5).expected);
});

test('where all lines cost about the same, nothing is a blunder', () => {
  const flat = new Map([['meter', [1.02, 1, 1]]]);
  expect(decide(new Map([['meter', 1]]), flat, YOU, NOTHING).mark).toBe('inaccuracy');
});

test('a line that is right for one explanation is not for another', { timeout: 120_000 }, () => {
  const scenario = scenarioById('nan-in-the-scores');
  const reference = scenario.references[0]!;
  const lines = [
    { id: 'nothing', label: 'nothing', line: { ...reference, steps: [] } },
    { id: 'reference', label: 'reference', line: reference },
  ];
  const of = (hypothesis: string): number[] =>
    validation.payoffsOf(scenario, hypothesis, 'seed-1', lines);
  const [nothing, acted] = of('diverged');
  expect(acted).toBeLessThan(0.6 * nothing!);
  // A store that loses histories is not mended by another ranker.
  const [left, rolled] = of('lost-history');
  expect(rolled).toBeGreaterThan(0.8 * left!);
});
