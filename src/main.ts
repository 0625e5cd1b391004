/** Composition root of the page: wires the screens to the worker. */
import { handoverCards, pagerCards } from 'virtual:pager-cards';
import type { PoolDrill } from './drills/pool.ts';
import { mendLanguage } from './ui/app/language.ts';
import { startApp } from './ui/app/start.tsx';
import { watchVersions } from './ui/app/versions.ts';
import type { Demands } from './worker/protocol.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

mendLanguage(navigator);

/**
 * For slow machines, for batteries, and for tests: `?world=small` plays in the small world, and with `?analyst=later`
 * nothing is worked out for the board while one plays.
 */
const asked = new URLSearchParams(location.search);
const demands: Demands = {
  ...(asked.get('world') === 'small' ? { preset: 'check' } : {}),
  ...(asked.get('analyst') === 'later' ? { later: true } : {}),
};

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
  connect: async () => (await import('./worker/pageClient.ts')).connectRun(demands),
});
