/** Chooses the screen, and holds what all screens share: the skip link, the live region, the notices. */
import type { JSX } from 'preact';
import { Pager } from '../pager/pager.tsx';
import { Opening } from '../pager/opening.tsx';
import { useApp } from './context.ts';
import { Lazy } from './lazy.tsx';
import { Live } from './live.tsx';

const loadPlay = async () => (await import('../play/play.tsx')).Play;
const loadDebrief = async () => (await import('../debrief/debriefScreen.tsx')).DebriefScreen;
const loadStopped = async () => (await import('../play/stopped.tsx')).Stopped;
const NOTHING = {};

/** While the player reads the page, the play screen is fetched too. */
export const prefetchPlay = (): void => void loadPlay();

const Screen = (): JSX.Element => {
  const { screen } = useApp();
  switch (screen.value) {
    case 'pager':
      return <Pager />;
    case 'opening':
    case 'reviewing':
      return <Opening reviewing={screen.value === 'reviewing'} />;
    case 'playing':
      return <Lazy load={loadPlay} props={NOTHING} waiting={<Opening reviewing={false} />} />;
    case 'debrief':
      return <Lazy load={loadDebrief} props={NOTHING} waiting={<Opening reviewing />} />;
    case 'stopped':
      return <Lazy load={loadStopped} props={NOTHING} waiting={<Opening reviewing={false} />} />;
  }
};

export const Root = (): JSX.Element => (
  <>
    <a class="skip" href="#main">
      Skip to the main part
    </a>
    <Screen />
    <Live />
  </>
);
