/** A replay that parts from its recording is told where and in what. Each part is made to differ, and is named. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { PARTS, type Part } from '../../src/session/mark.ts';
import type { Recording } from '../../src/session/recording.ts';
import type { Run } from '../../src/session/run.ts';
import { atPage, EARLY_FAST, EARLY_SLOW, played } from './cases.ts';
import { session } from './compiled.ts';

/** Two nights pass, so that two midnights are marked. */
const MOVES: readonly Command[] = [
  { kind: 'look', look: { view: 'ecosystem' } },
  { kind: 'act', act: { kind: 'exploration', share: 0.08 } },
  { kind: 'next-day', days: 2 },
];
const whole = played(MOVES, atPage(EARLY_SLOW));
const recording = session.recordingOf(whole);
const midnights = recording.marks.filter((mark) => mark.tick % 1440 === 0);

/** One bit of each part of a world, changed where nothing derives from it at once. */
const PLANTS: Readonly<Record<Part, (run: Run) => void>> = {
  people: ({ pair }) => void (pair.live.people.satisfaction[0] = 0.5),
  ideas: ({ pair }) => void (pair.live.ideas.shown[0] = 1e6),
  counters: ({ pair }) => void (pair.live.counters.exposures[0] = 1e6),
  popular: ({ pair }) => void (pair.live.popular.sum[1] = 1e6),
  models: ({ pair }) => {
    const [line] = pair.live.lines;
    line!.served = { ...line!.served, weights: line!.served.weights.map((w) => w + 1) };
  },
  index: ({ pair }) => void (pair.live.index = { ...pair.live.index, builtTick: -1 }),
  rows: ({ pair }) => void (pair.live.chunks.at(-1)!.labels[0]! ^= 1),
  control: ({ pair }) => void (pair.live.control.exploration = 0.5),
  tallies: ({ pair }) => void (pair.live.today.saves += 1),
  panel: (run) => {
    const last = run.pair.epochs.at(-1)!;
    const visits = last.twin.visits.map((v) => v + 1);
    run.pair.epochs = [
      ...run.pair.epochs.slice(0, -1),
      { ...last, twin: { ...last.twin, visits } },
    ];
  },
  chart: (run) => {
    run.chart = { ...run.chart, state: { ...run.chart.state, state: 'elsewhere' } };
  },
  log: (run) => {
    run.log = [...run.log, { kind: 'closed', tick: 0, because: 'planted' }];
  },
};

test('a night is marked whole, a move by what costs little, the page first', () => {
  expect(midnights.length).toBe(2);
  for (const mark of [recording.marks[0]!, ...midnights])
    expect(Object.keys(mark.hashes)).toEqual([...PARTS]);
  expect(recording.marks.length).toBe(1 + MOVES.length + midnights.length);
  expect(session.verifyRecording(EARLY_SLOW, recording)).toMatchObject({ ok: true });
});

test.each(PARTS)('a change of %s changes its hash and no other', (part) => {
  const run = atPage(EARLY_FAST);
  const before = run.marks.length;
  session.markDay(run);
  // The page has its columns in common with this run until one of them goes on.
  session.ownColumns(run.pair.live);
  PLANTS[part](run);
  session.markDay(run);
  const [clean, planted] = run.marks.slice(before);
  const found = session.firstDivergence([clean!], [planted!], []);
  // The log is chained: a second mark differs from the first in it anyhow.
  expect(found?.parts).toEqual(part === 'log' ? ['log'] : [part, 'log']);
});

test.each(PARTS)('a night that differs in %s is named by day, minute, move and part', (part) => {
  const [night] = midnights;
  const marks = recording.marks.map((mark) =>
    mark === night ? { ...mark, hashes: { ...mark.hashes, [part]: 'planted' } } : mark,
  );
  expect(session.firstDivergence(marks, whole.marks, MOVES)).toEqual({
    day: night!.day,
    tick: night!.tick,
    move: MOVES.length,
    command: MOVES.at(-1),
    parts: [part],
    message: `First differs on day ${night!.day}, Tue 00:00 (tick ${night!.tick}), at move 3 (2 days on): ${part}.`,
  });
});

test('a world that went another way is caught at the next midnight, before the last move', () => {
  const astray = played(MOVES.slice(0, -1), atPage(EARLY_SLOW));
  astray.pair.live.people.norm[0] = 5;
  played(MOVES.slice(-1), astray);
  const { ok, divergence } = session.verifyRecording(EARLY_SLOW, session.recordingOf(astray));
  expect(ok).toBe(false);
  expect(divergence).toMatchObject({ tick: midnights[0]!.tick, move: 3 });
  expect(divergence?.parts).toContain('people');
});

test('another minute is said as such', () => {
  const marks = recording.marks.map((mark, k) =>
    k === 1 ? { ...mark, tick: mark.tick + 7 } : mark,
  );
  expect(session.firstDivergence(marks, whole.marks, MOVES)).toMatchObject({
    message: expect.stringContaining('the replay stands at') as string,
    move: 1,
    parts: [],
  });
});

test('marks of no shape are refused before anything is replayed', () => {
  const strange = { ...recording, marks: [{ tick: 'noon' }] } as unknown as Recording;
  expect(session.readRecording(session.writeRecording(strange))).toMatchObject({
    ok: false,
    message: 'The hashes of this recording are not those of a run.',
  });
});
