/** What a look lays open in a drawer is shown at once, wherever the look was asked for. */
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../../session/view.ts';
import { useDesk, type DrawerName } from '../play/desk.ts';
import { useView } from '../play/useView.ts';

type Readable = Extract<DrawerName, 'changes' | 'tickets' | 'runbooks'>;

/** Things that can be read in each drawer that is paid for. */
export const readable = (
  view: Pick<View, 'changes' | 'tickets' | 'runbooks'>,
): Readonly<Record<Readable, number>> => ({
  changes: view.changes.opened ? 1 : 0,
  tickets: view.tickets.opened ? 1 : 0,
  runbooks: view.runbooks.filter((book) => book.opened).length,
});

/** The drawer in which more can be read than before; null where there is none, or less after an undo. */
export const laidOpen = (
  before: Readonly<Record<Readable, number>>,
  now: Readonly<Record<Readable, number>>,
): Readable | null =>
  (['changes', 'tickets', 'runbooks'] as const).find((name) => now[name] > before[name]) ?? null;

export const useLaidOpen = (): void => {
  const { drawer } = useDesk();
  const now = readable(useView());
  const known = useRef(now);
  useEffect(() => {
    const name = laidOpen(known.current, now);
    known.current = now;
    if (name !== null) drawer.value = name;
  });
};
