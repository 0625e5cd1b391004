/** Tasks given to several threads: their answers in order, and how far all of them are together. */
import { expect, test } from 'vitest';
import type { RemoteAnalyst } from '../../src/worker/remoteAnalyst.ts';
import { shareOut } from '../../src/worker/shareOut.ts';

const thread = (): RemoteAnalyst => ({
  ask: () => Promise.reject(new Error('not asked')),
  close() {},
});
const round = (told: readonly number[]): number[] => told.map((x) => Math.round(100 * x) / 100);

test('what of a task is done counts while it is under way, and all of it in the end', async () => {
  const told: number[] = [];
  const answers = await shareOut(
    ['a', 'b'],
    [thread(), thread()],
    async (_, task, onPart) => {
      onPart(0.5);
      await Promise.resolve();
      return task.toUpperCase();
    },
    () => '',
    'work',
    (done) => told.push(done),
  );
  expect(answers).toEqual(['A', 'B']);
  expect(round(told)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('a task whose thread died begins anew with another; without any, this one does it', async () => {
  const [dying, living] = [thread(), thread()];
  const told: number[] = [];
  const answers = await shareOut(
    [1, 2],
    [dying, living],
    (analyst, task, onPart) => {
      onPart(0.8);
      return analyst === dying ? Promise.reject(new Error('died')) : Promise.resolve(10 * task);
    },
    () => 0,
    'work',
    (done) => told.push(done),
  );
  expect(answers).toEqual([10, 20]);
  expect(told.at(-1)).toBe(1);
  expect(Math.min(...told.slice(-3))).toBeLessThan(0.8);

  const alone: number[] = [];
  const here = await shareOut(
    [1],
    [],
    () => Promise.resolve(0),
    (task, onPart) => {
      onPart(0.5);
      return 10 * task;
    },
    'work',
    (done) => alone.push(done),
  );
  expect([here, alone]).toEqual([[10], [0, 0.5, 1]]);
});
