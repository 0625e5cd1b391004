/** The screens, as a machine: where each event leads. */
import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { screens, type ScreenEvent } from '../../src/ui/app/screens.ts';

const after = (...events: readonly ScreenEvent[]): string => {
  let [state] = initialTransition(screens);
  for (const event of events) [state] = transition(screens, state, event);
  return state.value;
};

test('a page taken before its world stands waits for it', () => {
  expect(after({ type: 'TAKE' })).toBe('opening');
  expect(after({ type: 'TAKE' }, { type: 'READY' })).toBe('playing');
});

test('a closed run is reviewed, then shown', () => {
  expect(
    after({ type: 'TAKE' }, { type: 'READY' }, { type: 'CLOSED' }, { type: 'DEBRIEFED' }),
  ).toBe('debrief');
});

test('a retry plays on, from play, review and debrief alike', () => {
  for (const way of [
    [],
    [{ type: 'CLOSED' }],
    [{ type: 'CLOSED' }, { type: 'DEBRIEFED' }],
  ] as const)
    expect(
      after({ type: 'TAKE' }, { type: 'READY' }, ...way, { type: 'RETRY' }, { type: 'READY' }),
    ).toBe('playing');
});

test('a dead worker stops play but not the pager', () => {
  const fail: ScreenEvent = { type: 'FAIL', message: 'gone' };
  expect(after({ type: 'TAKE' }, { type: 'READY' }, fail)).toBe('stopped');
  expect(after({ type: 'TAKE' }, fail)).toBe('pager');
  expect(
    after({ type: 'TAKE' }, { type: 'READY' }, fail, { type: 'RETRY' }, { type: 'READY' }),
  ).toBe('playing');
});

test('leaving always leads back to the pager', () => {
  expect(after({ type: 'TAKE' }, { type: 'READY' }, { type: 'LEAVE' })).toBe('pager');
});

test('another run is taken from the board, from play and after a failure as from the pager', () => {
  const fail: ScreenEvent = { type: 'FAIL', message: 'gone' };
  for (const way of [
    [],
    [{ type: 'CLOSED' }],
    [{ type: 'CLOSED' }, { type: 'DEBRIEFED' }],
    [fail],
  ] as const)
    expect(
      after({ type: 'TAKE' }, { type: 'READY' }, ...way, { type: 'TAKE' }, { type: 'READY' }),
    ).toBe('playing');
});
