/** Going back through checkpoints is the same as playing again from the page, whatever was played and refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import { scenarioById } from '../scenario/library.ts';
import { atThinPage, EARLY_FAST, EARLY_SLOW, FAST, PLAYED, played } from './cases.ts';
import { session } from './compiled.ts';

const { createCheckpoints, LAST_MOVES, MOST_BYTES } = session;

/** Moves of either clock, some of which are refused at some time; waiting passes midnights. */
const move: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom(...PLAYED),
  fc.constantFrom<Command[]>(
    { kind: 'next-day', days: 1 },
    { kind: 'act', act: { kind: 'retrain', recipe: 'debiased' } },
    { kind: 'act', act: { kind: 'exploration', share: 0.1 } },
    { kind: 'undo', intervention: 'o0' },
    { kind: 'pin', reading: 'changes@1', pinned: true },
    { kind: 'ask', who: 'nobody', about: 'nothing' },
  ),
  fc.integer({ min: -1, max: 300 }).map((minutes): Command => ({ kind: 'wait', minutes })),
);

function expectSame(run: Run, other: Run): void {
  expect(run.commands).toEqual(other.commands);
  expect(session.stateHash(run.pair.live)).toBe(session.stateHash(other.pair.live));
  const twins = [run, other].map(({ pair }) => pair.twin && session.stateHash(pair.twin));
  expect(twins[0]).toBe(twins[1]);
  for (const part of ['chart', 'desk', 'log', 'armed', 'marks', 'worldEventsSeen'] as const)
    expect(run[part], part).toEqual(other[part]);
  expect(run.pair.epochs.at(-1)).toEqual(other.pair.epochs.at(-1));
  expect(session.viewOf(run)).toEqual(session.viewOf(other));
}

test.each([
  [EARLY_FAST, 6],
  [EARLY_SLOW, 3],
] as const)(
  'going back is a replay to there, the chart included: clock of %#',
  (scenario, numRuns) => {
    fc.assert(
      fc.property(
        fc.array(move, { minLength: 2, maxLength: 6 }),
        fc.nat(100),
        // Little room loses checkpoints; none of it may matter.
        fc.constantFrom(MOST_BYTES, 1),
        (moves, at, room) => {
          const checkpoints = createCheckpoints(atThinPage(scenario), room);
          const run = atThinPage(scenario);
          for (const command of moves) if (session.dispatch(run, command).ok) checkpoints.keep(run);
          const to = at % (run.commands.length + 1);
          const back = checkpoints.goBack(run.commands, to);
          expectSame(back, played(run.commands.slice(0, to), atThinPage(scenario)));
          // And it goes on from there as the first one did, though the checkpoints beyond are gone.
          const again = checkpoints.goBack(run.commands, run.commands.length);
          expect(again.marks).toEqual(run.marks);
          expect(again.chart).toEqual(run.chart);
          expect(session.stateHash(again.pair.live)).toBe(session.stateHash(run.pair.live));
        },
      ),
      { numRuns },
    );
  },
  240_000,
);

test('what is done after going back leaves the checkpoints alone', () => {
  const checkpoints = createCheckpoints(atThinPage(EARLY_FAST));
  const run = atThinPage(EARLY_FAST);
  for (const command of PLAYED) if (session.dispatch(run, command).ok) checkpoints.keep(run);
  const first = checkpoints.goBack(run.commands, run.commands.length);
  played([{ kind: 'wait', minutes: 300 }], first);
  expectSame(
    checkpoints.goBack(run.commands, run.commands.length),
    played(PLAYED, atThinPage(EARLY_FAST)),
  );
});

test('the page, the first move of a day and the last moves are held', () => {
  const checkpoints = createCheckpoints(atThinPage(EARLY_SLOW));
  const run = atThinPage(EARLY_SLOW);
  const play = (command: Command): void => {
    expect(session.dispatch(run, command)).toEqual({ ok: true });
    checkpoints.keep(run);
  };
  play({ kind: 'look', look: { view: 'changes' } });
  play({ kind: 'next-day', days: 1 });
  for (let k = 0; k < LAST_MOVES + 3; k++) play({ kind: 'pin', reading: `r${k}`, pinned: false });
  const last = Array.from(
    { length: LAST_MOVES },
    (_, k) => run.commands.length - LAST_MOVES + 1 + k,
  );
  expect(checkpoints.held()).toEqual([0, 2, ...last]);
});

test('where room is short, what was not used for longest goes first, and never the page', () => {
  const checkpoints = createCheckpoints(atThinPage(EARLY_FAST), 1);
  checkpoints.keep(played(PLAYED.slice(0, 2), atThinPage(EARLY_FAST)));
  checkpoints.keep(played(PLAYED.slice(0, 3), atThinPage(EARLY_FAST)));
  expect(checkpoints.held()).toEqual([0]);
  const one = createCheckpoints(atThinPage(EARLY_FAST));
  one.keep(played(PLAYED.slice(0, 2), atThinPage(EARLY_FAST)));
  const roomForOne = createCheckpoints(atThinPage(EARLY_FAST), one.bytes());
  roomForOne.keep(played(PLAYED.slice(0, 2), atThinPage(EARLY_FAST)));
  roomForOne.goBack(PLAYED, 2);
  roomForOne.keep(played(PLAYED.slice(0, 5), atThinPage(EARLY_FAST)));
  expect(roomForOne.held()).toEqual([0, 5]);
});

test('a move that changes nothing of the world adds next to nothing', () => {
  const checkpoints = createCheckpoints(atThinPage(EARLY_FAST));
  const run = atThinPage(EARLY_FAST);
  const keep = (command: Command): number => {
    const before = checkpoints.bytes();
    session.dispatch(run, command);
    checkpoints.keep(run);
    return checkpoints.bytes() - before;
  };
  keep({ kind: 'wait', minutes: 30 });
  const declared = keep(PLAYED[2]!);
  const waited = keep({ kind: 'wait', minutes: 30 });
  expect(declared).toBeLessThan(0.05 * waited);
});

test('checkpoints of the standard world stay within 150 MB, hour after hour', () => {
  const scenario = scenarioById(FAST.id);
  const page = session.startRun(scenario, 'session');
  const checkpoints = createCheckpoints(page);
  const run = session.forkRun(page);
  for (let hour = 0; hour < 5; hour++) {
    session.dispatch(run, { kind: 'wait', minutes: 60 });
    checkpoints.keep(run);
    expect(checkpoints.bytes()).toBeLessThanOrEqual(MOST_BYTES);
  }
  expect(MOST_BYTES).toBeLessThanOrEqual(150e6);
  // The page and the newest: two parted worlds an hour on share little with those of the hour before.
  expect(checkpoints.held().length).toBeGreaterThanOrEqual(2);
}, 120_000);
