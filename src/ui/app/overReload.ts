/**
 * While an incident is written: a reload that an edit brings takes the open run up again, in the world as it is now. Moves
 * that are no longer possible there are left out of it, as in any run that is played again.
 */
import { savedRun } from '../pager/cards.ts';
import type { App } from './context.ts';

const OPEN = 'blast-radius: run to take up again';

/** The part of the development server's client that is needed. */
export interface Reloads {
  on(event: 'vite:beforeFullReload', tell: () => void): void;
}

type Played = Pick<App, 'saves' | 'play'> & {
  readonly run: Pick<App['run'], 'source' | 'save'>;
};

/** `storage`: outlives a reload and not the tab. */
export async function takeUpOverReloads(
  app: Played,
  reloads: Reloads,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Promise<void> {
  reloads.on('vite:beforeFullReload', () => {
    const open = app.run.source.value;
    if (open === null) return;
    storage.setItem(OPEN, open.id);
    void app.run.save();
  });
  const id = storage.getItem(OPEN);
  if (id === null) return;
  storage.removeItem(OPEN);
  const kept = await (await app.saves).get(id);
  // A page that was merely looked at is kept nowhere, and is as quickly taken again.
  if (kept !== undefined) await app.play(savedRun(kept));
}
