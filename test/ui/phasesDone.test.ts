/** The phases at the head of the desk: ticked for what was done, not for having been passed. */
import { expect, test } from 'vitest';
import type { View } from '../../src/session/view.ts';
import { phasesDone } from '../../src/ui/play/phasesDone.ts';

const view = (over: object = {}): View =>
  ({
    phase: 'explain',
    radius: { claim: { reading: null, hurtNow: null, hurtLater: null } },
    board: { hypotheses: [] },
    applied: [],
    notes: [],
    closing: { isRead: false },
    ...over,
  }) as unknown as View;
const done = (over?: object): string[] => [...phasesDone(view(over))];

test('passing a phase ticks nothing but the page', () => {
  expect(done()).toEqual(['page']);
  expect(done({ phase: 'page' })).toEqual([]);
});

test('a radius, an explanation, an order that stands and a note are ticked', () => {
  const radius = { claim: { reading: null, hurtNow: [{}], hurtLater: null } };
  expect(done({ phase: 'reason', radius })).toEqual(['page', 'scope']);
  const put = { radius, board: { hypotheses: [{}] } };
  const applied = [{ id: 'o0', state: 'undone' }];
  expect(done({ ...put, phase: 'verify', applied })).toEqual(['page', 'scope', 'reason']);
  const stands = { ...put, applied: [{ id: 'o0', state: 'in effect' }] };
  expect(done({ ...stands, phase: 'verify' })).toEqual(['page', 'scope', 'reason', 'act']);
  // A note verifies nothing; a reading since the order does. A robot's order is nobody's act.
  expect(done({ ...stands, notes: [{}], phase: 'closed' })).not.toContain('verify');
  const read = { ...stands, notes: [{}], closing: { isRead: true } };
  expect(done({ ...read, phase: 'closed' })).toHaveLength(6);
  expect(done({ ...read, applied: [{ id: 'guardian', state: 'in effect' }] })).not.toContain('act');
});
