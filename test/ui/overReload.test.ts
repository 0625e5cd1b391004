/** An author edits, the page reloads, and the run goes on. */
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { SavedRun, Saves } from '../../src/storage/saves.ts';
import { takeUpOverReloads } from '../../src/ui/app/overReload.ts';
import type { RunSource } from '../../src/ui/app/run.ts';

const RUN: SavedRun = {
  id: 'r1',
  scenario: 'ranker-v42',
  seed: 'oak',
  callSign: 'Tue 14:05',
  commands: [{ kind: 'wait', minutes: 5 }],
  draft: null,
  scratch: 'a note',
  closed: false,
  atLabel: 'Tue 14:10',
  startedAt: 1,
  updatedAt: 2,
};

/** A tab: its storage outlives its pages. */
function tab(kept: readonly SavedRun[]) {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  const saves = { get: (id: string) => Promise.resolve(kept.find((run) => run.id === id)) };
  /** Loads the page with a run open or none; gives what was taken up, and a way to reload. */
  return async (open: RunSource | null) => {
    const taken: RunSource[] = [];
    let reload = (): void => undefined;
    const app = {
      saves: Promise.resolve(saves as unknown as Saves),
      play: (source: RunSource) => Promise.resolve(void taken.push(source)),
      run: { source: signal(open), save: () => Promise.resolve() },
    };
    await takeUpOverReloads(app, { on: (_, tell) => (reload = tell) }, storage);
    return { taken, reload };
  };
}

const { closed: _, atLabel: _at, startedAt: _s, updatedAt: _u, ...SOURCE } = RUN;

it('takes the open run up again, once', async () => {
  const load = tab([RUN]);
  const { taken, reload } = await load(SOURCE);
  expect(taken).toEqual([]);
  reload();
  expect((await load(null)).taken).toEqual([SOURCE]);
  expect((await load(null)).taken).toEqual([]);
});

it('takes nothing up where nothing was open, or nothing was kept', async () => {
  const nothing = tab([RUN]);
  (await nothing(null)).reload();
  expect((await nothing(null)).taken).toEqual([]);
  const looked = tab([]);
  (await looked(SOURCE)).reload();
  expect((await looked(null)).taken).toEqual([]);
});
