/** Composition root of the page: wires the screens to the worker. */
import '../assets/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';
import './ui/theme/controls.css';
import './ui/pager/pager.css';
import { pagerCards } from 'virtual:pager-cards';
import { startApp } from './ui/app/start.tsx';
import type { RunClient } from './worker/client.ts';

/** `?world=small`: two thousand people instead of twelve, for slow machines and for tests. */
const small = new URLSearchParams(location.search).get('world') === 'small';

const connect = async (): Promise<RunClient> => {
  const { connectRun } = await import('./worker/pageClient.ts');
  return connectRun(small ? 'check' : undefined);
};

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
startApp({ root, cards: pagerCards, connect });
