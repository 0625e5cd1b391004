/** What costs next to nothing because it does or tells next to nothing is not called best. */
import { expect, test } from 'vitest';
import type { Path, WeighedStep } from '../../src/analysis/marks/path.ts';
import type { Weighed, WeighedPoint } from '../../src/analysis/marks/weighing.ts';
import { looksViewOf, marksOf, type MarkView } from '../../src/scoring/marksView.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';

const ORDER: Command = { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } };
const UNDO: Command = { kind: 'undo', intervention: 'o0' };

function markOf(
  command: Command,
  { bettered, regret }: { bettered: number; regret: number },
): MarkView {
  const point = {
    move: 0,
    tick: 20_000,
    deed: command,
    order: 'o0',
    mark: regret < 0.03 ? 'best' : 'mistake',
    expected: 1,
    best: 'played',
    least: 1,
    regret,
    bettered,
  } as WeighedPoint;
  const run = { commands: [command] } as unknown as Run;
  const weighed = { points: [point], lines: [], path: { steps: [] } } as unknown as Weighed;
  return marksOf(run, weighed)[0]!;
}

test('what betters nothing and costs nothing is neutral, and says what was left to do', () => {
  const idle = markOf(ORDER, { bettered: 0.01, regret: 0 });
  expect(idle.mark).toBe('neutral');
  expect(idle.because).toMatch(/better nothing.*still to be done/);
});

test('what betters something by itself keeps its mark, and so does what makes it worse', () => {
  expect(markOf(ORDER, { bettered: 0.5, regret: 0 }).mark).toBe('best');
  expect(markOf(ORDER, { bettered: -0.5, regret: 0 }).mark).toBe('best');
  expect(markOf(ORDER, { bettered: 0, regret: 0.3 }).mark).toBe('mistake');
});

test('only orders are: taking one back may be best because it leaves things alone', () => {
  expect(markOf(UNDO, { bettered: 0, regret: 0 }).mark).toBe('best');
});

test('a look that cannot be worth its minutes is neutral as long as they are few', () => {
  const looked = (value: WeighedStep['value'], mark: WeighedStep['mark'] = 'best'): MarkView => {
    const step = { move: 0, tick: 20_000, minutes: 1, mark, regret: 0.01, delayed: null, value };
    const run = {
      commands: [{ kind: 'look', look: { view: 'changes' } }],
      log: [{ kind: 'command', command: UNDO, index: 0, tick: 20_100 }],
      pair: { live: { applied: [] } },
    } as unknown as Run;
    return looksViewOf(run, { steps: [step], enough: null } as unknown as Path, []).marks[0]!;
  };
  expect(looked({ information: 0.2, delay: 0.01 }).mark).toBe('best');
  expect(looked({ information: 0.001, delay: 0.01 }).mark).toBe('neutral');
  expect(looked(null).mark).toBe('neutral');
  expect(looked(null, 'mistake').mark).toBe('mistake');
});
