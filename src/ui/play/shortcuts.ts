/** Single keys, as the help page lists them. They rest while something is typed or a sheet is open, but for the way out. */
import { useEffect } from 'preact/hooks';
import type { Run } from '../app/run.ts';
import { typing } from '../app/typing.ts';
import { letGo } from '../cursor/cursor.ts';
import { isUnsaid } from '../radius/edit.ts';
import type { Desk } from './desk.ts';

const isInDrawer = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('.drawer') !== null;

const focusOn = (id: string): void => document.getElementById(id)?.focus();

const press = (key: string, run: Run, desk: Desk): boolean => {
  switch (key) {
    case '?':
      desk.dialog.value = { open: 'help' };
      return true;
    case '/':
      desk.dialog.value = { open: 'palette' };
      return true;
    case 'l':
      focusOn('lens-title');
      return true;
    case 't':
      desk.lensAsTable.value = !desk.lensAsTable.value;
      return true;
    case 'g':
      desk.lensShows.value = desk.lensShows.value === 'people' ? 'pipeline' : 'people';
      return true;
    case 'r':
      focusOn('radius-title');
      return true;
    case 'd':
      if (run.undeclared.value && !isUnsaid(run.draft.value))
        void run.send({ kind: 'declare', radius: run.draft.value });
      return true;
    case 'u':
      run.undoEdit();
      return true;
    case 'm':
      focusOn('menu-title');
      return true;
    case 'p':
      desk.dialog.value = { open: 'panels', focus: null };
      return true;
    case 'b':
      desk.drawer.value = desk.drawer.value === 'board' ? null : 'board';
      return true;
    case 'c':
      desk.drawer.value = desk.drawer.value === 'chat' ? null : 'chat';
      return true;
    case 'n':
      desk.drawer.value = desk.drawer.value === 'notes' ? null : 'notes';
      return true;
    case 'w':
      desk.dialog.value = { open: run.view.value?.clock === 'days' ? 'next-day' : 'wait' };
      return true;
    case 'x':
      desk.dialog.value = { open: 'close' };
      return true;
    case 'escape':
      // What was about to happen goes first, then what is open.
      if (run.next.value !== null) run.cancelNext();
      else if (!letGo(desk.marks)) desk.drawer.value = null;
      return true;
    default:
      return false;
  }
};

export const useShortcuts = (run: Run, desk: Desk): void =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        desk.dialog.value = { open: 'palette' };
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      // The way out of a field in a drawer is the drawer's own.
      if (typing(event.target) && !(event.key === 'Escape' && isInDrawer(event.target))) return;
      if (press(event.key.toLowerCase(), run, desk)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
