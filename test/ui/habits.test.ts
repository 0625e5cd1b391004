/** What several runs show: confidence against truth, patterns, first plays only. */
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/scoring/debrief.ts';
import { memorySaves, type JudgedRun } from '../../src/storage/saves.ts';
import { calibrationOf, firstPlays, patternsOf } from '../../src/ui/record/habits.ts';

const SOUND: RunRecord = {
  acting: null,
  closing: null,
  late: null,
  early: false,
  radius: 'found',
  wide: false,
};
const run = (scenario: string, record: Partial<RunRecord> = {}, at = 0): JudgedRun => ({
  id: `${scenario}-${at}`,
  scenario,
  at,
  record: { ...SOUND, ...record },
});
const sure = (percent: number, right: boolean): Partial<RunRecord> => ({
  closing: { percent, right },
});

test('of each incident only the first run counts', () => {
  const runs = [run('a', {}, 1), run('b', {}, 2), run('a', {}, 3)];
  expect(firstPlays(runs).map(({ at }) => at)).toEqual([1, 2]);
});

test('what a board shows is a pattern from three runs on; records of before it was kept do not count', () => {
  const anchored = { anchored: true };
  const words = (runs: readonly JudgedRun[]): string[] => patternsOf(runs).map((p) => p.words);
  const two = [run('a', anchored), run('b', anchored)];
  expect(words(two)).toEqual([]);
  expect(words([...two, run('c')]).join()).toContain('led first on your board');
  expect(
    words([run('a', { closedEarly: true }), run('b', { closedEarly: true }), run('c')]).join(),
  ).toContain('closed before the cause');
  const confirmed = [run('a', { confirmed: true }), run('b', { confirmed: true }), run('c')];
  expect(words(confirmed).join()).toContain('hardly do anything but agree');
  expect(words([run('a', anchored), run('b'), run('c')])).toEqual([]);
});

describe('confidence', () => {
  test('Brier’s score by hand, and who said nothing is not in it', () => {
    const { brier, cases } = calibrationOf([
      run('a', sure(90, true)),
      run('b', sure(60, false)),
      run('c'),
    ])!;
    expect(cases).toBe(2);
    expect(brier).toBeCloseTo((0.01 + 0.36) / 2);
    expect(calibrationOf([run('a')])).toBeNull();
  });

  test('bins hold what was said in them, edges in the upper one', () => {
    const { bins } = calibrationOf([
      run('a', sure(80, true)),
      run('b', sure(90, false)),
      run('c', sure(79, true)),
      run('d', sure(99, true)),
    ])!;
    expect(bins).toEqual([
      { label: '65–79 %', said: 79, right: 1, of: 1 },
      { label: '80–94 %', said: 85, right: 1, of: 2 },
      { label: '95–99 %', said: 99, right: 1, of: 1 },
    ]);
  });
});

describe('patterns', () => {
  const late = (minutes: number, k: number): JudgedRun => run(`i${k}`, { late: minutes });

  test('none before three incidents, however clear', () => {
    expect(patternsOf([late(9, 1), late(12, 2)])).toEqual([]);
  });

  test('what happened in half of them, with the middle delay; what did in fewer is left out', () => {
    const patterns = patternsOf([late(9, 1), late(30, 2), late(11, 3), run('x', { wide: true })]);
    expect(patterns).toEqual([{ times: 3, words: 'You acted some 11 min after you knew enough' }]);
  });

  test('sure of what was not so', () => {
    const wrong = [1, 2, 3].map((k) => run(`w${k}`, sure(85, false)));
    expect(patternsOf(wrong)[0]!.words).toMatch(/not so/);
    expect(patternsOf([1, 2, 3].map((k) => run(`w${k}`, sure(75, false))))).toEqual([]);
  });
});

test('the first judgement of a run stays, is completed, and goes with the run', async () => {
  const saves = memorySaves();
  await saves.judge({ ...run('a', { late: 4 }), id: 'r' });
  await saves.judge({ ...run('a', { late: 9 }), id: 'r' });
  expect((await saves.judged()).map(({ record }) => record.late)).toEqual([4]);
  await saves.complete('r', { late: 9, confirmed: true });
  await saves.complete('r', { confirmed: false });
  await saves.complete('nobody', { confirmed: true });
  expect(
    (await saves.judged()).map(({ id, record }) => [id, record.late, record.confirmed]),
  ).toEqual([['r', 4, true]]);
  await saves.remove('r');
  expect(await saves.judged()).toEqual([]);
});
