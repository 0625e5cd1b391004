/** Which views are open already: opening one again costs nothing. */
import type { Look } from './commands.ts';
import { lensKey } from './lensKey.ts';
import type { Run } from './run.ts';

export function isOpen(run: Run, look: Look): boolean {
  switch (look.view) {
    case 'lens':
      return run.desk.lensOpened.includes(lensKey(look));
    case 'changes':
      return run.desk.changesOpened;
    case 'tickets':
      return run.desk.ticketsOpened;
    case 'runbook':
      return run.desk.runbooksOpened.includes(look.id);
    default:
      return run.desk.panels.some((p) => p.id === panelId(look));
  }
}

export function panelId(look: Look): string {
  return JSON.stringify(look);
}
