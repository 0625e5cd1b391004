/** Something of a closed run that is worked out when somebody asks, and forgotten with its board. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { OnProgress } from '../../worker/client.ts';

export interface Asked<Found> {
  /** Null until it was worked out. */
  readonly found: ReadonlySignal<Found | null>;
  /** How far that is, 0 to 1; null: it is not under way. */
  readonly progress: ReadonlySignal<number | null>;
  /** Why it could not be worked out; null where it could, or nobody asked. */
  readonly failure: ReadonlySignal<string | null>;
  readonly ask: () => Promise<void>;
  readonly forget: () => void;
}

export const createAsked = <Found>(
  work: (onProgress: OnProgress) => Promise<Found>,
): Asked<Found> => {
  const found = signal<Found | null>(null);
  const progress = signal<number | null>(null);
  const failure = signal<string | null>(null);
  // An answer to what was asked of another board is not for this one.
  let asked = 0;

  const ask = async (): Promise<void> => {
    const mine = ++asked;
    progress.value = 0;
    failure.value = null;
    try {
      const answer = await work((done) => {
        if (mine === asked) progress.value = done;
      });
      if (mine === asked) found.value = answer;
    } catch (error) {
      if (mine === asked) failure.value = error instanceof Error ? error.message : String(error);
    } finally {
      if (mine === asked) progress.value = null;
    }
  };

  return {
    found,
    progress,
    failure,
    ask,
    forget() {
      asked++;
      found.value = null;
      progress.value = null;
      failure.value = null;
    },
  };
};
