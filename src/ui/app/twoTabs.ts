/** A run that is played in two tabs is written over by whichever moved last: the second one says so. */
import { effect } from '@preact/signals';
import type { App } from './context.ts';

const MESSAGE =
  'This run is open in another tab. Play on in one of them: each move here is written over what was done there.';

const ALONE =
  'The other tab has let go of this run. Reload to go on from what was done there; a move here goes on from what you see.';

export const warnOfTwoTabs = ({ screen, run, notice }: App): void => {
  // Absent where the page did not come over a safe connection.
  if (!('locks' in navigator)) return;
  let held: { readonly id: string; readonly release: () => void } | null = null;
  effect(() => {
    const id = screen.value === 'playing' ? run.source.value?.id : undefined;
    if (id === held?.id) return;
    held?.release();
    held = null;
    if (id === undefined) return;
    const name = `blast-radius run ${id}`;
    const waiting = new AbortController();
    let letGo = (): void => {};
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const release = (): void => {
      waiting.abort();
      letGo();
    };
    held = { id, release };
    void navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock !== null) return until;
        notice.value = MESSAGE;
        // Not waited for: what is said now is said until the other tab lets go.
        void navigator.locks
          .request(name, { signal: waiting.signal }, () => {
            notice.value = ALONE;
            return until;
          })
          .catch(() => undefined);
        return undefined;
      })
      // A page that may not hold locks is not told, and plays on.
      .catch(() => undefined);
  });
};
