/** The names of the drawers, with counts: what is not needed all the time is one press away. */
import type { JSX } from 'preact';
import type { View } from '../../session/view.ts';
import { DRAWERS, useDesk, type DrawerName } from '../play/desk.ts';
import { useView } from '../play/useView.ts';

export const DRAWER_LABELS: Readonly<Record<DrawerName, string>> = {
  board: 'Board',
  chat: 'Chat',
  changes: 'Changes',
  tickets: 'Tickets',
  runbooks: 'Runbooks',
  notes: 'Notes',
};

const COUNTS: Readonly<Record<DrawerName, (view: View) => number>> = {
  board: (view) => view.board.hypotheses.length,
  chat: (view) => view.chat.length,
  changes: (view) => view.changes.count,
  tickets: (view) => view.tickets.count,
  runbooks: (view) => view.runbooks.length,
  notes: (view) => view.notes.length,
};

export const DrawerTabs = (): JSX.Element => {
  const desk = useDesk();
  const view = useView();
  return (
    <nav class="drawer-tabs" aria-label="Drawers">
      {DRAWERS.map((drawer) => (
        <button
          key={drawer}
          type="button"
          class="drawer-tab"
          aria-expanded={desk.drawer.value === drawer}
          aria-controls="drawer"
          onClick={() => (desk.drawer.value = desk.drawer.value === drawer ? null : drawer)}
        >
          {DRAWER_LABELS[drawer]} <span class="mono mute">{COUNTS[drawer](view)}</span>
        </button>
      ))}
    </nav>
  );
};
