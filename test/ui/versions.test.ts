/** A newer version of the game waits until somebody agrees to it. */
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { ScreenName } from '../../src/ui/app/screens.ts';
import { watchVersions, type VersionEvents } from '../../src/ui/app/versions.ts';

/** A tab that watches; `takenOver`, `reloads`: how often it let the next version take over, and was loaded again. */
async function tab(at: ScreenName) {
  const seen = { takenOver: 0, reloads: 0 };
  const app = { newVersion: signal<(() => void) | null>(null), screen: signal(at) };
  let events: VersionEvents | undefined;
  await watchVersions(
    (told) => {
      events = told;
      return Promise.resolve(() => Promise.resolve(void seen.takenOver++));
    },
    app,
    () => void seen.reloads++,
  );
  return { app, events: events!, seen };
}

it('offers it, and takes it over when asked', async () => {
  const { app, events, seen } = await tab('pager');
  expect(app.newVersion.value).toBeNull();
  events.onNeedRefresh();
  expect(seen).toEqual({ takenOver: 0, reloads: 0 });
  app.newVersion.value!();
  await Promise.resolve();
  events.onNeedReload();
  expect(seen).toEqual({ takenOver: 1, reloads: 1 });
});

it('ends nobody’s incident because another tab agreed', async () => {
  const playing = await tab('playing');
  playing.events.onNeedRefresh();
  playing.events.onNeedReload();
  expect(playing.seen.reloads).toBe(0);
  const idle = await tab('pager');
  idle.events.onNeedRefresh();
  idle.events.onNeedReload();
  expect(idle.seen.reloads).toBe(1);
});

it('does without where the browser has no service worker', async () => {
  const app = { newVersion: signal(null), screen: signal<ScreenName>('pager') };
  await watchVersions(() => Promise.reject(new Error('none')), app);
  expect(app.newVersion.value).toBeNull();
});
