/** Chooses the screen, and holds what all screens share: the skip link, the live region, the notices. */
import type { JSX } from 'preact';
import { Pager } from '../pager/pager.tsx';
import { Opening } from '../pager/opening.tsx';
import { useApp } from './context.ts';
import { Lazy } from './lazy.tsx';
import { Live } from './live.tsx';
import { loadDebrief, loadPlay, loadStopped } from './loaders.ts';

const NOTHING = {};

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
    default:
      return <Lazy load={loadStopped} props={NOTHING} waiting={<Opening reviewing={false} />} />;
  }
};

/** The focus moves and the address stays: the history is of where one has been, not of where one read. */
const toMain = (event: Event): void => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};

export const Root = (): JSX.Element => (
  <>
    <a class="skip" href="#main" onClick={toMain}>
      Skip to the main part
    </a>
    <Screen />
    <Live />
  </>
);
