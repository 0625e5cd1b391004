/** The page on a stand-in client, for looking at screens without a world: see vite.fixture.config.ts. */
import '../../assets/fonts.css';
import '../../src/ui/theme/tokens.css';
import '../../src/ui/theme/base.css';
import '../../src/ui/theme/controls.css';
import '../../src/ui/pager/pager.css';
import { startApp } from '../../src/ui/app/start.tsx';
import { CARDS, createFixtureClient } from './fixtureClient.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('fixture.html has no #app');
startApp({ root, cards: CARDS, connect: async () => createFixtureClient() });
