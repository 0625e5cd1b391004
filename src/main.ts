/** Composition root of the page: wires the screens to the worker. */
import { handoverCards, pagerCards } from 'virtual:pager-cards';
import type { PoolDrill } from './drills/pool.ts';
import { mendLanguage } from './ui/app/language.ts';
import { startApp } from './ui/app/start.tsx';
import { watchVersions } from './ui/app/versions.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

mendLanguage(navigator);

/** `?world=small` plays in the small world: for slow machines, and for tests. */
const small = new URLSearchParams(location.search).get('world') === 'small';

startApp({
  root,
  versions: (watched) => {
    void watchVersions(
      async (events) => (await import('virtual:pwa-register')).registerSW(events),
      watched,
    );
  },
  cards: [...pagerCards, ...handoverCards],
  drills: async () => {
    const shipped: { readonly drills: readonly unknown[] } =
      await import('../scenarios/drills.json');
    return shipped.drills as readonly PoolDrill[];
  },
  connect: async () =>
    (await import('./worker/pageClient.ts')).connectRun(small ? 'check' : undefined),
});
