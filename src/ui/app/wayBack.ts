/** The browser's way back leads from a run to the pager, not out of the game: the run is saved as it stands. */
import type { Signal } from '@preact/signals';
import type { ScreenName } from './screens.ts';

/** What the entry of the history carries that stands for being away from the pager. */
interface Away {
  readonly away: true;
}

const isAway = (state: unknown): boolean => (state as Away | null)?.away === true;

export const keepWayBack = (screen: Signal<ScreenName>, leave: () => void): void => {
  let last: ScreenName = screen.value;
  screen.subscribe((next) => {
    if (last === 'pager' && next !== 'pager' && !isAway(history.state))
      history.pushState({ away: true } satisfies Away, '');
    // Left by a button: the entry goes with it, or the next way back would lead to where one is.
    if (last !== 'pager' && next === 'pager' && isAway(history.state)) history.back();
    last = next;
  });
  addEventListener('popstate', () => {
    if (screen.value !== 'pager' && !isAway(history.state)) leave();
  });
};
