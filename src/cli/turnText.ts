/** What a move changed on the screen: the clock, what was said, the view it opened, and everything that came in. */
import type { Command } from '../session/commands.ts';
import type { View } from '../session/view.ts';
import { panelText } from './panelText.ts';
import {
  changesText,
  chatText,
  clockText,
  lensText,
  runbooksText,
  ticketsText,
} from './viewText.ts';

export function turnText(before: View, after: View, command: Command): string {
  const known = new Set(before.chat.map((m) => m.id));
  const fresh = after.chat.filter((m) => !known.has(m.id) && !m.own);
  const opened = openedText(before, after, command);
  return [
    clockText(after),
    ...(opened.includes(after.said) ? [] : [after.said]),
    ...(opened === '' ? [] : [opened]),
    ...(fresh.length === 0 ? [] : [chatText(fresh)]),
    ...after.applied
      .filter((a) => before.applied.find((b) => b.id === a.id)?.state !== a.state)
      .map((a) => `${a.id}  ${a.label}: ${a.state}${a.note === '' ? '' : `. ${a.note}`}`),
  ].join('\n');
}

function openedText(before: View, after: View, command: Command): string {
  if (command.kind === 'look') {
    const { look } = command;
    switch (look.view) {
      case 'lens':
        return lensText(after);
      case 'changes':
        return changesText(after);
      case 'tickets':
        return ticketsText(after);
      case 'runbook':
        return runbooksText({ ...after, runbooks: after.runbooks.filter((r) => r.id === look.id) });
      default: {
        const [panel] = after.panels;
        return panel === undefined ? '' : panelText(panel, true);
      }
    }
  }
  const known = new Set(before.panels.map((p) => p.id));
  return after.panels
    .filter((p) => !known.has(p.id))
    .map((p) => panelText(p, true))
    .join('\n\n');
}
