import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/session/snapshot.ts';
import type { Command, Look } from '../../src/session/commands.ts';
import { EVERYONE, type Scope } from '../../src/sim/segments.ts';
import { UNSAID } from '../../src/ui/radius/edit.ts';
import type { AnalystResponse } from '../../src/worker/analystProtocol.ts';
import type { Request, Response } from '../../src/worker/protocol.ts';
import { atPage, atThinPage, EARLY_FAST as FAST, SEED } from '../session/cases.ts';
import { session, workerEntry } from '../session/compiled.ts';
import { warmWith } from '../session/warmWith.ts';

type Body<T> = T extends Request ? Omit<T, 'id'> : never;

interface Bench {
  readonly ask: (request: Body<Request>) => Promise<Response>;
  readonly progress: string[];
}

/**
 * A host that knows two incidents: a sound one, and one whose world cannot be built. Unless `cold`, the sound one's page
 * lies ready: it is warmed for those who look at how it is warmed.
 */
function bench(cold = false): Bench {
  const responses: Response[] = [];
  const progress: string[] = [];
  const handle = session.createHost({
    post: (response) => {
      if (response.type === 'progress') progress.push(response.label);
      else responses.push(response);
    },
    load: (id) =>
      Promise.resolve(
        id === FAST.id
          ? FAST
          : id === 'broken'
            ? ({ ...FAST, id, world: { ...FAST.world, models: null } } as unknown as typeof FAST)
            : null,
      ),
    ...(cold ? {} : { warm: warmWith(atThinPage) }),
  });
  let id = 0;
  return {
    progress,
    ask: async (body) => {
      await handle({ ...body, id: ++id });
      const response = responses.at(-1)!;
      expect(response.id).toBe(id);
      return response;
    },
  };
}

const OPEN = { type: 'open', scenario: FAST.id, seed: SEED, commands: [] } as const;
const LOOK: Command = { kind: 'look', look: { view: 'changes' } };

test('an unknown incident is said to be unknown, and the next request is answered', async () => {
  const { ask } = bench();
  const answer = await ask({ ...OPEN, scenario: 'nowhere' });
  expect(answer).toMatchObject({
    type: 'failed',
    notice: { code: 'unknown-scenario', recording: null },
  });
  expect(await ask(OPEN)).toMatchObject({ type: 'view' });
});

test('a world that cannot be built fails as a message; the run before it goes on with its moves', async () => {
  const { ask, progress } = bench(true);
  await ask(OPEN);
  expect(progress.length).toBeGreaterThan(2);
  expect(await ask({ type: 'command', command: LOOK })).toMatchObject({ type: 'view' });
  const failed = await ask({ ...OPEN, scenario: 'broken' });
  if (failed.type !== 'failed') throw new Error(`answered with ${failed.type}`);
  expect(failed.notice.code).toBe('stopped');
  const kept = session.readRecording(failed.notice.recording ?? '');
  expect(kept).toMatchObject({ ok: true, recording: { commands: [LOOK] } });
  expect(await ask({ type: 'command', command: LOOK })).toMatchObject({ type: 'view' });
});

test('a command that breaks the simulator fails with the moves so far', async () => {
  const { ask } = bench();
  await ask(OPEN);
  await ask({ type: 'command', command: LOOK });
  const failed = await ask({ type: 'command', command: null as unknown as Command });
  expect(failed).toMatchObject({ type: 'failed', notice: { code: 'stopped' } });
  expect(await ask({ type: 'recording' })).toMatchObject({ type: 'recording' });
});

test('asking before a run is open is answered, not thrown over', async () => {
  expect(await bench().ask({ type: 'recording' })).toMatchObject({ type: 'failed' });
});

test('a refused command comes back as refused; a retry forgets the moves from there on', async () => {
  const { ask } = bench();
  await ask(OPEN);
  const undo: Command = { kind: 'undo', intervention: 'o5' };
  expect(await ask({ type: 'command', command: undo })).toMatchObject({
    type: 'refused',
    message: 'There is no such order.',
  });
  await ask({ type: 'command', command: LOOK });
  await ask({ type: 'command', command: { kind: 'wait', minutes: 10 } });
  const again = await ask({ type: 'retry', index: 1 });
  if (again.type !== 'view') throw new Error(`answered with ${again.type}`);
  expect(again.view.now.minutesSincePage).toBe(1);
});

test('people of a scope are counted without a move', async () => {
  const { ask } = bench();
  await ask(OPEN);
  const millionsOf = async (scope: Scope): Promise<number> => {
    const answer = await ask({ type: 'people', scope });
    return answer.type === 'people' ? answer.millions : NaN;
  };
  const all = await millionsOf([{}]);
  const core = await millionsOf([{ activity: ['core'] }]);
  expect(core).toBeGreaterThan(0.05 * all);
  expect(await millionsOf([{ activity: ['core'], arm: ['v42'] }])).toBeLessThan(core);
  expect(await millionsOf([])).toBe(0);
  const declared = { ...UNSAID, reading: [{ activity: ['core'] }] };
  const answer = await ask({ type: 'command', command: { kind: 'declare', radius: declared } });
  expect(answer).toMatchObject({ type: 'view', view: { radius: { peopleMillions: core } } });
  const recorded = await ask({ type: 'recording' });
  expect(session.readRecording((recorded as { text: string }).text)).toMatchObject({
    recording: { commands: [{ kind: 'declare' }] },
  });
});

test('foreign and unreadable recordings are answered as not verified', async () => {
  const { ask } = bench();
  expect(await ask({ type: 'verify', recording: '{' })).toMatchObject({ ok: false });
  const elsewhere = session.writeRecording({
    ...session.recordingOf(atPage(FAST)),
    scenario: 'elsewhere',
  });
  expect(await ask({ type: 'verify', recording: elsewhere })).toMatchObject({
    type: 'verified',
    ok: false,
    message: 'This recording belongs to an incident that is not part of this build.',
  });
});

test('the thread in Node answers an unknown incident and goes on', async () => {
  const client = session.connectNodeRun(workerEntry);
  const notices: string[] = [];
  client.onFailure((notice) => notices.push(notice.code));
  try {
    await expect(client.openRun('nowhere', SEED, [], () => {})).rejects.toThrow('no incident');
    expect(notices).toEqual(['unknown-scenario']);
    expect(await client.verify('{')).toMatchObject({ ok: false });
  } finally {
    client.close();
  }
});

test('a page is kept: opened again it is the same run, and no day is simulated', async () => {
  const kept = new Map<string, Uint8Array>();
  const port = () => {
    const responses: Response[] = [];
    const handle = session.createHost({
      post: (response) => void responses.push(response),
      load: () => Promise.resolve(FAST),
      warm: {
        build: 'one',
        store: {
          get: (key) => {
            const bytes = kept.get(key);
            return Promise.resolve(bytes && (deserialize(bytes) as Snapshot));
          },
          put: (key, snapshot) => Promise.resolve(void kept.set(key, serialize(snapshot))),
        },
      },
    });
    return { handle, responses };
  };
  const first = port();
  await first.handle({ ...OPEN, id: 1 });
  expect(kept.size).toBe(1);
  const second = port();
  await second.handle({ ...OPEN, id: 1 });
  expect(second.responses.at(-1)).toEqual(first.responses.at(-1));
  const days = (r: readonly Response[]) =>
    r.filter((p) => p.type === 'progress' && p.label.includes('day')).length;
  expect(days(first.responses)).toBeGreaterThan(2);
  expect(days(second.responses)).toBe(0);
  for (const { handle } of [first, second]) await handle({ id: 2, type: 'command', command: LOOK });
  expect(second.responses.at(-1)).toEqual(first.responses.at(-1));
  // Another seed is another world.
  await second.handle({ ...OPEN, seed: 'other', id: 3 });
  expect(kept.size).toBe(2);
}, 120_000);

const CLOSE: Command = { kind: 'close', cause: null, confidence: 50, prevention: null };

test('marks that come by themselves need threads: without them the run stays free', async () => {
  const { ask } = bench();
  await ask(OPEN);
  await ask({ type: 'command', command: CLOSE });
  expect(await ask({ type: 'looks' })).toMatchObject({ type: 'not worked out' });
});

test('an incident is prepared for when no request comes for a while, by its threads', async () => {
  const posted: string[] = [];
  let pass = (): void => undefined;
  let pauses = 0;
  const handle = session.createHost({
    post: () => undefined,
    load: () => Promise.resolve(FAST),
    warm: warmWith(atThinPage),
    startAnalysts: () => [
      {
        post: ({ type }) => void posted.push(type),
        listen: () => undefined,
        close: () => void posted.push('closed'),
      },
    ],
    ahead: {
      pause: () => {
        pauses++;
        return new Promise((resolve) => (pass = resolve));
      },
    },
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await handle({ ...OPEN, id: 1 });
  await settled();
  await handle({ type: 'command', command: LOOK, id: 2 });
  pass();
  await settled();
  // Somebody moved meanwhile: it waits again.
  expect(posted).toEqual([]);
  expect(pauses).toBe(2);
  pass();
  await settled();
  expect(posted).toEqual(['foretell']);
  // The same incident again needs no others.
  await handle({ ...OPEN, id: 3 });
  expect(posted).toEqual(['foretell']);
});

test('a look is foretold as it is taken, in the pauses of who plays', async () => {
  const asked: string[][] = [];
  let answer: (response: AnalystResponse) => void = () => undefined;
  const handle = session.createHost({
    post: () => undefined,
    load: () => Promise.resolve(FAST),
    warm: warmWith(atThinPage),
    startAnalysts: () => [
      {
        post(request) {
          // Its worlds are there at once, and nobody can play a line in them.
          const { id } = request;
          if (request.type === 'foretell')
            asked.push(request.body.queries.map(({ metric }) => metric));
          const response: AnalystResponse =
            request.type === 'foretell'
              ? { id, type: 'answer', body: [] }
              : { id, type: 'failed', message: 'no lines today' };
          queueMicrotask(() => answer(response));
        },
        listen: (listener) => void (answer = listener),
        close: () => undefined,
      },
    ],
    ahead: { pause: () => Promise.resolve() },
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await handle({ ...OPEN, id: 1 });
  await settled();
  expect(new Set(asked.map((queries) => queries.length))).toEqual(new Set([0]));
  asked.length = 0;
  const look: Look = { view: 'metric', metric: 'hide_rate', by: null, scope: EVERYONE };
  await handle({ type: 'command', command: { kind: 'look', look }, id: 2 });
  await settled();
  expect(asked).toHaveLength(session.SIGNATURE_SEEDS.length);
  for (const queries of asked) expect(queries).toContain('hide_rate');
});
