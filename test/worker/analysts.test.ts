/** An analysis shared by threads says what one made in a single thread says, and outlives a thread that dies. */
import { expect, test } from 'vitest';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Debrief } from '../../src/scoring/debrief.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import type { Request, Response } from '../../src/worker/protocol.ts';
import { atThinPage, EARLY_FAST, EARLY_SLOW, PLAYED, played, SEED } from '../session/cases.ts';
import { session } from '../session/compiled.ts';
import { warmWith } from '../session/warmWith.ts';
import { thread, type Thread } from './thread.ts';

/** Half a day to the horizon and one reference: what is tested is who does what, not how long it takes. */
const QUICK: CompiledScenario = {
  ...EARLY_FAST,
  references: EARLY_FAST.references.slice(0, 1),
  world: { ...EARLY_FAST.world, harmHorizon: 360 },
};
const page = (): Run => ({ ...atThinPage(), scenario: QUICK });

const CLOSE: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };
const LOOK: Command = { kind: 'look', look: { view: 'tickets' } };

/** A host that has these threads for its analyses. */
function bench(threads: readonly Thread[]): { ask: (body: object) => Promise<Response> } {
  const waiting = new Map<number, (response: Response) => void>();
  const handle = session.createHost({
    post: (response) => {
      if (response.type !== 'progress') waiting.get(response.id)?.(response);
    },
    load: () => Promise.resolve(QUICK),
    warm: warmWith(page),
    startAnalysts: () => threads.map(({ port }) => port),
  });
  let id = 0;
  return {
    ask: (body) =>
      new Promise((resolve) => {
        waiting.set(++id, resolve);
        void handle({ ...body, id } as Request);
      }),
  };
}

const MOVES = [...PLAYED.slice(0, 5), CLOSE];
const closed = played(MOVES, page());
const alone = session.debriefOf(closed, page());
const OPEN = { type: 'open', scenario: QUICK.id, seed: SEED, commands: MOVES };

function shared(
  threads: readonly [Thread, ...Thread[]],
  run = closed,
  from = page(),
): Promise<{ debrief: Debrief; done: number[] }> {
  const done: number[] = [];
  const [first, ...others] = threads;
  const analysts = [
    session.connectAnalyst(first.port),
    ...others.map(({ port }) => session.connectAnalyst(port)),
  ] as const;
  return session
    .analyseShared(run, from, analysts, (share) => done.push(share))
    .then((debrief) => ({ debrief, done }));
}

test('two threads come to the same board as one, with progress', async () => {
  const threads = [thread(), thread()] as const;
  const { debrief, done } = await shared(threads);
  expect(debrief).toEqual(alone);
  expect(done.length).toBeGreaterThan(5);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBeGreaterThan(0.8);
  expect(done.at(-1)).toBeLessThan(1);
  for (const { answered } of threads)
    expect(answered.filter((type) => type === 'play').length).toBeGreaterThan(1);
  const recordings = threads.flatMap(({ answered }) => answered.filter((t) => t === 'record'));
  expect(recordings.length).toBe(1);
}, 120_000);

test.each([1, 2, 4])(
  'a second thread that dies at its request %i costs time and nothing else',
  async (dieAt) => {
    expect((await shared([thread(), thread(dieAt)])).debrief).toEqual(alone);
  },
  120_000,
);

test('a slow run is played again in the small world once, and all threads have its board', async () => {
  // It only says that its world is the larger one: what it is played again in is a small world all the same.
  const scenario: CompiledScenario = {
    ...EARLY_SLOW,
    references: [],
    world: { ...EARLY_SLOW.world, preset: 'standard', harmHorizon: 360 },
  };
  const from = { ...atThinPage(EARLY_SLOW), scenario };
  const run = played([LOOK, CLOSE], session.forkRun(from));
  const threads = [thread(), thread()] as const;
  const { debrief } = await shared(threads, run, from);
  expect(threads.map(({ opened }) => opened)).toEqual([['standard'], ['check']]);
  for (const { answered } of threads) expect(answered).toContain('play');
  expect(debrief).toEqual(session.debriefOf(run, from));
  expect(debrief.limits).toContain('a world of two thousand people');
}, 120_000);

test('the run answers while others analyse it, and they are sent home after', async () => {
  const threads = [thread(), thread()];
  const { ask } = bench(threads);
  await ask(OPEN);
  const order: string[] = [];
  const board = ask({ type: 'debrief' }).then((answer) => {
    order.push('board');
    return answer;
  });
  await ask({ type: 'retry', index: 2 }).then(() => order.push('retry'));
  expect(await board).toEqual({ id: 2, type: 'debrief', debrief: alone });
  expect(order).toEqual(['retry', 'board']);
  await new Promise((resolve) => setTimeout(resolve));
  expect(threads.map((one) => one.closed)).toEqual([true, true]);
}, 120_000);

test('without the first thread there is no board: a message, the recording, and the run goes on', async () => {
  const { ask } = bench([thread(3), thread()]);
  await ask(OPEN);
  const answer = await ask({ type: 'debrief' });
  if (answer.type !== 'failed') throw new Error(`answered with ${answer.type}`);
  expect(answer.notice.message).toContain('the analysis died (out of memory)');
  expect(session.readRecording(answer.notice.recording ?? '')).toMatchObject({
    ok: true,
    recording: { commands: MOVES },
  });
  expect(await ask({ type: 'retry', index: MOVES.length - 1 })).toMatchObject({ type: 'view' });
  expect(await ask({ type: 'command', command: LOOK })).toMatchObject({ type: 'view' });
}, 120_000);

test('a run that travels as plain data goes on as the one left behind', () => {
  const run = played(PLAYED, atThinPage());
  const there = session.restoreRun(structuredClone(session.snapshotOf(run)));
  // The page says what it said before anything was done, whoever reads it first.
  expect(session.viewOf(there).page).toEqual(session.viewOf(atThinPage()).page);
  for (const other of [run, there]) played([{ kind: 'wait', minutes: 90 }, LOOK], other);
  expect(session.stateHash(there.pair.live)).toBe(session.stateHash(run.pair.live));
  expect(there.marks).toEqual(run.marks);
  expect(session.viewOf(there)).toEqual(session.viewOf(run));
});
