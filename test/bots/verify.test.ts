/** What a careful player takes back after a remedy, by what the page's number then reads. */
import { expect, test } from 'vitest';
import { standing, verify } from '../../src/bots/careful/verify.ts';
import type { Suspect } from '../../src/bots/careful/suspects.ts';
import type { Command } from '../../src/session/commands.ts';
import type { View } from '../../src/session/view.ts';

const INDEX: Suspect = { what: 'source', source: 'interest' };
const RANKER: Suspect = { what: 'version', version: 'v2', before: 'v1' };

/** A page about saves that are off by so many per cent, give or take one, and what stands ordered. */
function page(off: number, orders: readonly string[], clock: View['clock'] = 'minutes'): View {
  return {
    clock,
    lens: { metric: 'save_rate' },
    strip: [{ id: 'save_rate', deviation: off, error: 1 }],
    applied: orders.map((kind, k) => ({ id: `o${k}`, spec: { kind }, canUndo: true })),
  } as unknown as View;
}

const ORDERS = ['stop-ramp', 'freeze-deploys', 'index-alias', 'exposure-cap'];

/** Orders taken back after one was standing before and three were given. */
function takenBack(suspect: Suspect | null, then: number, now: number, clock?: View['clock']) {
  const before = standing(page(then, ORDERS.slice(0, 1), clock));
  const moves = verify(before, page(then, ORDERS, clock), suspect);
  const undone: string[] = [];
  let step = moves.next();
  const waited = step.value as Command;
  expect(waited.kind).toBe(clock === 'days' ? 'next-day' : 'wait');
  while (step.done !== true) {
    const command = step.value;
    if (command.kind === 'undo') undone.push(command.intervention);
    step = moves.next(page(now, ORDERS, clock));
  }
  expect(step.value.isWrong).toBe(undone.length > 0);
  return undone;
}

test('what made it worse is taken back, the newest first, whoever it was', () => {
  expect(takenBack(RANKER, -5, -10)).toEqual(['o3', 'o2']);
  expect(takenBack(null, -5, -10)).toEqual(['o3', 'o2']);
});

test('a setting that should be seen at once and is not is taken back; a version is given its time', () => {
  expect(takenBack(INDEX, -8, -8)).toEqual(['o3', 'o2']);
  expect(takenBack(RANKER, -8, -8)).toEqual([]);
});

test('what may have helped stands', () => {
  expect(takenBack(INDEX, -8, -1)).toEqual([]);
  expect(takenBack(INDEX, -8, -5)).toEqual([]);
  expect(takenBack(INDEX, -8, 3)).toEqual([]);
});

test('where numbers are read over days, days are waited for them', () => {
  const moves = verify(standing(page(-8, [], 'days')), page(-8, ORDERS, 'days'), RANKER);
  expect(moves.next().value).toEqual({ kind: 'next-day', days: 2 });
  expect(takenBack(INDEX, -8, -16, 'days')).toEqual(['o3', 'o2']);
});
