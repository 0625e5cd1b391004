/** What the lens says it covers: colours come back no faster than the minutes before a change drop out. */
import { expect, it } from 'vitest';
import { readAfter } from '../../src/analysis/belief/trace.ts';
import type { Command } from '../../src/session/commands.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { atThinPage, EARLY_SLOW, played } from './cases.ts';
import { session } from './compiled.ts';

const SEEN_BY_TWO: Command = {
  kind: 'look',
  look: { view: 'lens', metric: 'save_rate', by: ['activity', 'platform'], surface: 'home' },
};
const BACK: Command = {
  kind: 'act',
  act: { kind: 'rollback-model', to: 'v41', scope: EVERYONE },
};
const wait = (minutes: number): Command => ({ kind: 'wait', minutes });
const windowAfter = (...commands: Command[]): string =>
  session.viewOf(played(commands, atThinPage())).lens.window;

it('is the last hour, two where it is cut twice, a day where days are the clock', () => {
  expect(windowAfter()).toBe('last 1 h');
  expect(windowAfter(SEEN_BY_TWO)).toBe('last 2 h');
  const slow = atThinPage(EARLY_SLOW);
  // The page's number is of the whole service.
  expect(session.viewOf(slow).lens.window).toBe('counted for the whole service only');
  expect(session.viewOf(played([SEEN_BY_TWO], slow)).lens.window).toBe('last day');
});

it('counts the minutes since the latest change, until all of them are', () => {
  // Under way after four minutes, complete after ten more.
  expect(windowAfter(BACK)).toBe('last 1 h');
  expect(windowAfter(BACK, wait(30))).toBe('last 1 h, 20 min of it after the latest change');
  expect(windowAfter(BACK, wait(30), wait(60))).toBe('last 1 h');
});

it('counts an order that was taken back, unless it was before it took effect', () => {
  const taken: Command = { kind: 'undo', intervention: 'o0' };
  expect(windowAfter(BACK, taken, wait(30))).toBe('last 1 h');
  expect(windowAfter(BACK, wait(30), taken, wait(10))).toMatch(/of it after the latest change$/);
});

it('does not count what only keeps things as they are', () => {
  const freeze: Command = { kind: 'act', act: { kind: 'freeze-deploys' } };
  expect(windowAfter(freeze, wait(10))).toBe('last 1 h');
});

it('leaves the hours before a change out of a lens cut twice, once an hour of after is there to read', () => {
  const before = windowAfter(SEEN_BY_TWO, BACK, wait(40));
  expect(before).toBe('last 2 h, 30 min of it after the latest change');
  expect(windowAfter(SEEN_BY_TWO, BACK, wait(40), wait(60))).toBe('last 1 h');
  expect(windowAfter(SEEN_BY_TWO, BACK, wait(40), wait(120))).toBe('last 2 h');
});

it('and so does what is believed of it', () => {
  const hours = (...commands: Command[]): readonly number[] =>
    readAfter(played(commands, atThinPage())).map((query) => query.hours);
  expect(hours(BACK, wait(30), SEEN_BY_TWO)).toEqual([2]);
  expect(hours(BACK, wait(90), SEEN_BY_TWO)).toEqual([1]);
});

it('says when its numbers move on, which they do by half hours', () => {
  const lensAfter = (minutes: number): { next: string | null; deviation: number } => {
    const { lens } = session.viewOf(played([BACK, wait(minutes)], atThinPage()));
    return { next: lens.next, deviation: lens.cells[0]!.deviation! };
  };
  const [before, same, after] = [35, 40, 65].map(lensAfter);
  expect(before!.next).toMatch(/^new numbers after \d\d:[03]0$/);
  expect(same).toEqual(before);
  expect(after!.next).not.toBe(same!.next);
  expect(after!.deviation).not.toBe(same!.deviation);
  expect(session.viewOf(atThinPage(EARLY_SLOW)).lens.next).toBeNull();
});
