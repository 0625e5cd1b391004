/** The page with a stand-in for the worker; takes the place of `src/main.ts` under the configuration beside it. */
import { startApp } from '../../src/ui/app/start.tsx';
import { CARDS, createFixtureClient } from './fixtureClient.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

startApp({
  root,
  cards: CARDS,
  drills: async () => [],
  connect: async () => createFixtureClient(),
  versions: () => undefined,
});
