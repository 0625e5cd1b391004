/** The same case with other luck from the page on. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { atThinPage, PLAYED, played } from '../session/cases.ts';
import { session } from '../session/compiled.ts';

const CLOSE: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };
const page = atThinPage();
const run = played([...PLAYED, CLOSE], session.forkRun(page));

test('lines go elsewhere, and the same way again for the same luck; the case is left as it is', () => {
  const stood = session.stateHash(page.pair.live);
  const parts: number[] = [];
  const one = session.branchCurves(run, page, 'one', (done) => parts.push(done));
  // A line at a time, to the whole.
  expect(parts).toEqual([1, 2, 3, 4, 5, 6].map((line) => line / 6));
  const two = session.branchCurves(run, page, 'two');
  expect(Object.keys(one).toSorted()).toEqual(['nothing', 'reference', 'rollback', 'you']);
  expect(one.nothing).not.toEqual(two.nothing);
  expect(session.branchCurves(run, page, 'one')).toEqual(one);
  for (const curve of Object.values(one)) {
    expect(curve[0]).toBe(0);
    expect(curve.length).toBe(one.nothing!.length);
  }
  expect(session.stateHash(page.pair.live)).toBe(stood);
});
