/** The open drawer, over the lower part of the desk; the lens stays in sight above it. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk, type DrawerName } from '../play/desk.ts';
import { Board } from './board.tsx';
import { Changes } from './changes.tsx';
import { Chat } from './chat.tsx';
import { DRAWER_LABELS } from './drawerTabs.tsx';
import { Notes } from './notes.tsx';
import { Runbooks } from './runbooks.tsx';
import { Tickets } from './tickets.tsx';

const CONTENTS: Readonly<Record<DrawerName, () => JSX.Element>> = {
  board: Board,
  chat: Chat,
  changes: Changes,
  tickets: Tickets,
  runbooks: Runbooks,
  notes: Notes,
};

/** Who had the focus before has it again, unless somebody took it while the drawer closed. */
function backTo(before: Element | null): void {
  if (document.activeElement !== document.body) return;
  if (before instanceof HTMLElement && before.isConnected) before.focus();
}

export const Drawer = (): JSX.Element | null => {
  const desk = useDesk();
  const drawer = desk.drawer.value;
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  const isOpen = drawer !== null;
  useEffect(() => {
    if (!isOpen) return;
    before.current = document.activeElement;
    return () => backTo(before.current);
  }, [isOpen]);
  useEffect(() => title.current?.focus(), [drawer]);
  if (drawer === null) return null;
  const Content = CONTENTS[drawer];
  return (
    <aside id="drawer" class="drawer card" aria-labelledby="drawer-title">
      <header class="row spread">
        <h2 id="drawer-title" ref={title} tabIndex={-1}>
          {DRAWER_LABELS[drawer]}
        </h2>
        <button
          type="button"
          class="key"
          aria-label="Close the drawer"
          onClick={() => (desk.drawer.value = null)}
        >
          ×
        </button>
      </header>
      <div class="drawer-body">
        <Content />
      </div>
    </aside>
  );
};
