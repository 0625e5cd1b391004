/** A run that is played in two tabs is written over by whichever moved last: the second one says so. */
import { effect } from '@preact/signals';
import type { App } from './context.ts';

const MESSAGE =
  'This run is open in another tab. Play on in one of them: each move here is written over what was done there.';

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
    let release = (): void => {};
    const promise = new Promise<void>((resolve) => {
      release = resolve;
    });
    held = { id, release };
    void navigator.locks
      .request(`blast-radius run ${id}`, { ifAvailable: true }, (lock) => {
        if (lock !== null) return promise;
        notice.value = MESSAGE;
        return undefined;
      })
      // A page that may not hold locks is not told, and plays on.
      .catch(() => undefined);
  });
};
