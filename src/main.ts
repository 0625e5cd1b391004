/** Composition root of the page: wires the screens to the worker. */
import '../assets/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';
import './ui/theme/controls.css';
import './ui/pager/pager.css';
import { pagerCards } from 'virtual:pager-cards';
import { startApp } from './ui/app/start.tsx';
import type { RunClient } from './worker/client.ts';

/** A glob, so that the page also builds, and says so, where no worker has been built. */
const workers = import.meta.glob<{ readonly connectRun: () => RunClient }>('./worker/pageClient.ts');

const connect = async (): Promise<RunClient> => {
  const load = workers['./worker/pageClient.ts'];
  if (load === undefined) throw new Error('This build carries no simulator.');
  return (await load()).connectRun();
};

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

if (import.meta.env.DEV && new URLSearchParams(location.search).has('fixture')) {
  const { CARDS, createFixtureClient } = await import('../test/ui/fixtureClient.ts');
  startApp({ root, cards: CARDS, connect: async () => createFixtureClient() });
} else {
  startApp({ root, cards: pagerCards, connect });
}
