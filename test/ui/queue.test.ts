import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import type { Saves } from '../../src/storage/saves.ts';
import { createRun, type Run } from '../../src/ui/app/run.ts';
import type { Answer, RunClient } from '../../src/worker/client.ts';
import { createFixtureClient } from './fixtureClient.ts';

const wait = (minutes: number): Command => ({ kind: 'wait', minutes });

/** A worker that answers when told to. */
async function slowRun(): Promise<{
  readonly run: Run;
  readonly sent: Command[];
  readonly answer: (kind?: Answer['kind']) => Promise<void>;
}> {
  const base = createFixtureClient();
  const view = await base.openRun('s', 'seed', [], () => undefined);
  const sent: Command[] = [];
  let reply: ((answer: Answer) => void) | null = null;
  const client: RunClient = {
    ...base,
    openRun: async () => view,
    send: (command) => {
      sent.push(command);
      return new Promise((resolve) => (reply = resolve));
    },
  };
  const saves = { put: async () => undefined } as unknown as Saves;
  const run = createRun(async () => client, Promise.resolve(saves));
  await run.open({
    id: 'r',
    scenario: 's',
    seed: 'seed',
    callSign: 'c',
    commands: [],
    draft: null,
    scratch: '',
  });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    run,
    sent,
    answer: async (kind = 'view') => {
      await settle();
      reply?.(kind === 'view' ? { kind, view } : { kind, view, message: 'No.' });
      await settle();
    },
  };
}

test('a move made while another is under way follows it', async () => {
  const { run, sent, answer } = await slowRun();
  const first = run.send(wait(1));
  const second = run.send(wait(2));
  expect(run.next.value).toEqual(wait(2));
  await answer();
  expect(await first).toBe(true);
  expect(sent).toEqual([wait(1), wait(2)]);
  expect(run.next.value).toBeNull();
  expect(run.busy.value).toEqual(wait(2));
  await answer();
  expect(await second).toBe(true);
  expect(run.commands.value).toEqual([wait(1), wait(2)]);
});

test('only the newest waits, and it can be taken back', async () => {
  const { run, sent, answer } = await slowRun();
  void run.send(wait(1));
  const replaced = run.send(wait(2));
  const cancelled = run.send(wait(3));
  expect(await replaced).toBe(false);
  run.cancelNext();
  expect(await cancelled).toBe(false);
  expect(run.next.value).toBeNull();
  await answer();
  expect(sent).toEqual([wait(1)]);
});

test('a second press of the same move is no second move', async () => {
  const { run, answer, sent } = await slowRun();
  void run.send(wait(1));
  expect(await run.send(wait(1))).toBe(false);
  expect(run.next.value).toBeNull();
  await answer();
  expect(sent).toEqual([wait(1)]);
});

test('what should have followed a refused move does not', async () => {
  const { run, answer, sent } = await slowRun();
  void run.send(wait(1));
  const second = run.send(wait(2));
  await answer('refused');
  expect(await second).toBe(false);
  expect(run.refusal.value).toBe('No.');
  expect(sent).toEqual([wait(1)]);
});

const sure = (hypothesis: string, confidence: number): Command => ({
  kind: 'confidence',
  hypothesis,
  confidence,
});

test('every edit of the board waits for its turn, and comes before the move that waits', async () => {
  const { run, sent, answer } = await slowRun();
  void run.send(wait(1));
  const edits = [run.send(sure('h0', 70)), run.send(sure('h1', 10))];
  void run.send(wait(2));
  edits.push(run.send(sure('h0', 80)));
  expect(await edits[0]).toBe(false);
  expect(run.edits.value).toEqual([sure('h1', 10), sure('h0', 80)]);
  run.cancelNext();
  for (let k = 0; k < 3; k++) await answer();
  expect(await Promise.all(edits)).toEqual([false, true, true]);
  expect(sent).toEqual([wait(1), sure('h1', 10), sure('h0', 80)]);
  expect(run.edits.value).toEqual([]);
});

test('an edit of the board is made although the move before it was refused', async () => {
  const { run, sent, answer } = await slowRun();
  void run.send(wait(1));
  const edit = run.send(sure('h0', 70));
  void run.send(wait(2));
  await answer('refused');
  await answer();
  expect(await edit).toBe(true);
  expect(sent).toEqual([wait(1), sure('h0', 70)]);
});
