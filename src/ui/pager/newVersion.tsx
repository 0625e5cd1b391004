/** Says that a newer version of the game waits, and lets it take over. Only between incidents: it reloads the page. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';

export const NewVersion = (): JSX.Element | null => {
  const take = useApp().newVersion.value;
  if (take === null) return null;
  return (
    <p class="card pager-new" role="status">
      A newer version of the game is here. What you have played stays.
      <button type="button" class="button" onClick={take}>
        Reload into it
      </button>
    </p>
  );
};
