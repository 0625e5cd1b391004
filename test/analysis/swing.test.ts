/** Where it turned: what could still be had before each decision, on top of what was ordered or with that taken back. */
import { expect, test } from 'vitest';
import { turnsOf } from '../../src/analysis/swing.ts';
import { tasksOf, type LineOutcome } from '../../src/analysis/tasks.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import { atThinPage, played } from '../session/cases.ts';

const ORDER: Command = { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } };
const LOOK: Command = { kind: 'look', look: { view: 'changes' } };
const CLOSE: Command = { kind: 'close', cause: null, confidence: 0.5, prevention: 'none' };

test('who has ordered something could also go on with it taken back', () => {
  const run = played([LOOK, ORDER], atThinPage());
  const rescues = tasksOf({ ...run, commands: [LOOK, ORDER, CLOSE] }).flatMap((task) =>
    task.line === 'rescue' ? [[task.move, task.takenBack]] : [],
  );
  expect(rescues).toEqual([
    [0, false],
    [1, false],
    [2, false],
    [2, true],
  ]);
});

test('the better way counts: a door shut on the way to the best line is opened again', () => {
  const rescue = (move: number, takenBack: boolean, total: number): LineOutcome =>
    ({
      task: { line: 'rescue', move, takenBack },
      from: 10 * move,
      curve: { total },
    }) as LineOutcome;
  const outcomes = [
    rescue(0, false, 1.1),
    rescue(1, false, 1.25),
    rescue(1, true, 3),
    rescue(2, false, 6.9),
    rescue(2, true, 1.3),
  ];
  const turns = turnsOf({ commands: [LOOK, ORDER, CLOSE] } as unknown as Run, outcomes, 7);
  expect(turns.map(({ move, tick, before }) => [move, tick, before])).toEqual([
    [2, 20, 1.3],
    [0, 0, 1.1],
    [1, 10, 1.25],
  ]);
  expect(turns[0]!.cost).toBeCloseTo(5.7, 10);
});
