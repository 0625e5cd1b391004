/** The browser's way back leads from a run to the pager, not out of the game: the run is saved as it stands. */
import type { Signal } from '@preact/signals';
import type { ScreenName } from './screens.ts';

/** What an entry of the history stands for. Entries of others, of a skip link for one, carry neither. */
interface Place {
  readonly away: boolean;
}

const isAway = (): boolean => (history.state as Place | null)?.away === true;
const isHome = (): boolean => (history.state as Place | null)?.away === false;
const goAway = (): void => history.pushState({ away: true } satisfies Place, '');

export const keepWayBack = (screen: Signal<ScreenName>, leave: () => void): void => {
  if (!isAway()) history.replaceState({ away: false } satisfies Place, '');
  let last: ScreenName = screen.value;
  /** Our own way back is under way: it ends a moment later. */
  let own = false;
  screen.subscribe((next) => {
    if (next !== 'pager' && !isAway()) goAway();
    // Left by a button: the entry goes with it, or the next way back would lead to where one is.
    if (last !== 'pager' && next === 'pager' && isAway()) {
      own = true;
      history.back();
    }
    last = next;
  });
  addEventListener('popstate', () => {
    if (own) {
      own = false;
      // Another run was taken before it had ended.
      if (screen.value !== 'pager' && !isAway()) goAway();
    } else if (screen.value !== 'pager' && isHome()) leave();
  });
};
