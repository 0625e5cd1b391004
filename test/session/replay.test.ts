/** A recording is played again: here, and in a worker thread. */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Recording } from '../../src/session/recording.ts';
import type { Response } from '../../src/worker/protocol.ts';
import { atPage, EARLY_FAST, FAST, PLAYED, played, SEED } from './cases.ts';
import { session, workerEntry } from './compiled.ts';

const { recordingOf, writeRecording } = session;
const recording = recordingOf(played(PLAYED, atPage(EARLY_FAST)));

test('a replay passes every mark; one that ends early and one with an impossible move are named', () => {
  expect(session.verifyRecording(EARLY_FAST, recording)).toMatchObject({
    ok: true,
    divergence: null,
  });
  const early = { ...recording, commands: recording.commands.slice(0, -1) };
  expect(session.verifyRecording(EARLY_FAST, early).message).toMatch(/replay ends at .* marks/);
  const impossible: Recording = {
    ...recording,
    commands: [{ kind: 'undo', intervention: 'o7' }, ...recording.commands],
  };
  expect(session.verifyRecording(EARLY_FAST, impossible)).toMatchObject({ ok: false });
}, 180_000);

test('the same moves in a worker thread lead to the same recording, byte for byte', async () => {
  const thread = new Worker(workerEntry);
  const { client, receive } = session.createRpc(
    {
      post: (request) => thread.postMessage(request),
      close: () => void thread.terminate(),
    },
    { preset: 'check' },
  );
  thread.on('message', (response: Response) => receive(response));
  try {
    await client.openRun(FAST.id, SEED, PLAYED, () => {});
    expect(await client.recording()).toBe(writeRecording(recordingOf(played())));
  } finally {
    client.close();
  }
}, 180_000);
