/** What stands of the orders of a log, those of whoever had the shift before among them. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import type { LogEvent } from '../../src/session/events.ts';
import { ordersGiven, ordersStanding } from '../../src/session/ordersGiven.ts';

const STOP: Command = { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } };
const FREEZE: Command = { kind: 'act', act: { kind: 'freeze-deploys' } };
const before = (tick: number, command: Command, order: string): LogEvent => ({
  kind: 'inherited',
  tick,
  minutes: 1,
  command,
  label: command.kind,
  order,
});
const own = (
  index: number,
  tick: number,
  command: Command,
  order: string | null = null,
): LogEvent => ({
  kind: 'command',
  index,
  tick,
  minutes: 1,
  command,
  label: command.kind,
  order,
});
const undo = (intervention: string): Command => ({ kind: 'undo', intervention });
const kinds = (log: readonly LogEvent[], tick: number): string[] =>
  ordersStanding(log, tick).map(({ spec }) => spec.kind);

test('what was taken back by a minute does not stand, and what came later does not yet', () => {
  const log = [own(0, 10, STOP, 'o0'), own(1, 20, FREEZE, 'o1'), own(2, 30, undo('o0'))];
  expect(kinds(log, 9)).toEqual([]);
  expect(kinds(log, 10)).toEqual(['stop-ramp']);
  expect(kinds(log, 29)).toEqual(['stop-ramp', 'freeze-deploys']);
  expect(kinds(log, 30)).toEqual(['freeze-deploys']);
});

test('orders of the shift before are counted first, and can be taken back', () => {
  const log = [before(5, FREEZE, 'o0'), before(6, STOP, 'o1'), own(0, 10, STOP, 'o2')];
  expect(kinds(log, 12)).toEqual(['freeze-deploys', 'stop-ramp', 'stop-ramp']);
  expect(kinds([...log, own(1, 11, undo('o1'))], 12)).toEqual(['freeze-deploys', 'stop-ramp']);
  expect(kinds([...log, own(1, 11, undo('o2'))], 12)).toEqual(['freeze-deploys', 'stop-ramp']);
});

test('a robot’s order is counted by the world, and so what is taken back is what it calls so', () => {
  // The robot’s was the second of three.
  const log = [own(0, 10, STOP, 'o0'), own(1, 30, FREEZE, 'o2'), own(2, 40, undo('o1'))];
  expect(kinds(log, 40)).toEqual(['stop-ramp', 'freeze-deploys']);
  expect(kinds([...log, own(3, 50, undo('o2'))], 50)).toEqual(['stop-ramp']);
  const given = ordersGiven([...log, own(3, 50, undo('o2'))]);
  expect(given.map(({ id, index, undoneTick }) => [id, index, undoneTick])).toEqual([
    ['o0', 0, null],
    ['o2', 1, 50],
  ]);
});
