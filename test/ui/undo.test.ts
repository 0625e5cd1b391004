import { expect, test } from 'vitest';
import type { Saves } from '../../src/storage/saves.ts';
import { createRun } from '../../src/ui/app/run.ts';
import { createFixtureClient } from './fixtureClient.ts';

test('edits of the radius are taken back one by one, also after it was declared', async () => {
  const saves = { put: async () => undefined } as unknown as Saves;
  const run = createRun(async () => createFixtureClient(0), Promise.resolve(saves));
  await run.open({
    id: 'r',
    scenario: 's',
    seed: 'seed',
    callSign: 'c',
    commands: [],
    draft: null,
    scratch: '',
  });
  const opened = run.draft.value;
  expect(run.edited.value).toBe(false);
  run.edit({ edit: 'set', layer: 'hurtNow', scope: [{ build: ['9.9'] }] });
  const one = run.draft.value;
  // The same answer again is no edit.
  run.edit({ edit: 'set', layer: 'hurtNow', scope: [{ build: ['9.9'] }] });
  run.edit({ edit: 'set', layer: 'witness', scope: [] });
  await run.send({ kind: 'declare', radius: run.draft.value });
  run.undoEdit();
  expect(run.draft.value).toEqual(one);
  expect(run.undeclared.value).toBe(true);
  run.undoEdit();
  expect(run.draft.value).toEqual(opened);
  run.undoEdit();
  expect(run.edited.value).toBe(false);
});
