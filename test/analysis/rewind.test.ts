/** A run rewound to before a move is the run that was played up to there, in whatever order moves are asked for. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { atThinPage, PLAYED, played } from '../session/cases.ts';
import { session } from '../session/compiled.ts';

const CLOSE: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };
const MOVES = [...PLAYED, CLOSE];
const page = atThinPage();
const run = played(MOVES, session.forkRun(page));

test('forward, back, and before it was closed', () => {
  const before = session.createRewind(run, page);
  for (const move of [5, 8, 8, 3, MOVES.length - 1]) {
    const again = played(MOVES.slice(0, move), session.forkRun(page));
    const rewound = before(move);
    expect(session.stateHash(rewound.pair.live)).toBe(session.stateHash(again.pair.live));
    for (const part of ['chart', 'armed'] as const) expect(rewound[part]).toEqual(again[part]);
    expect(rewound.desk.tests).toEqual(again.desk.tests);
    expect(rewound.pair.epochs).toEqual(again.pair.epochs);
  }
});

test('the run and its page are left as they are', () => {
  const stood = [run, page].map(({ pair }) => session.stateHash(pair.live));
  const before = session.createRewind(run, page);
  played([{ kind: 'wait', minutes: 60 }], session.forkRun(before(5)));
  before(8);
  expect([run, page].map(({ pair }) => session.stateHash(pair.live))).toEqual(stood);
});
