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

export const drawerCount = (view: View, drawer: DrawerName): number => {
  switch (drawer) {
    case 'board':
      return view.board.hypotheses.length;
    case 'chat':
      return view.chat.length;
    case 'changes':
      return view.changes.count;
    case 'tickets':
      return view.tickets.count;
    case 'runbooks':
      return view.runbooks.length;
    case 'notes':
      return view.notes.length;
  }
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
          {DRAWER_LABELS[drawer]} <span class="mono mute">{drawerCount(view, drawer)}</span>
        </button>
      ))}
    </nav>
  );
};
