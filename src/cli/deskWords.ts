/** The free words of the text mode: parts of the screen, printed on demand. */
import type { View } from '../session/view.ts';
import {
  boardText,
  choicesText,
  closingText,
  draftText,
  menuText,
  offersText,
} from './menuText.ts';
import { panelText } from './panelText.ts';
import { helpText } from './playHelp.ts';
import {
  appliedText,
  axisText,
  castText,
  changesText,
  chatText,
  clockText,
  handoverText,
  lensText,
  pageText,
  pendingText,
  radiusText,
  runbooksText,
  stripText,
  ticketsText,
} from './viewText.ts';

/** Messages shown with the whole screen; `chat` has them all. */
const LATEST = 3;

/** The answer to a free word, or null where the line is a command. */
export function deskAnswer(view: View, word: string, rest: readonly string[]): string | null {
  const [first = null] = rest;
  switch (word) {
    case 'help':
      return helpText(first);
    case 'menu':
      return menuAnswer(view, first);
    case 'panels':
    case 'panel':
      return panelsAnswer(view, first);
    default:
      return rest.length > 0 ? null : (plain(view)[word]?.() ?? null);
  }
}

function plain(view: View): Readonly<Record<string, () => string>> {
  return {
    view: () => screenText(view),
    strip: () => stripText(view),
    lens: () => lensText(view),
    radius: () => radiusText(view),
    axis: () => axisText(view),
    chat: () => chatText(view.chat),
    people: () => castText(view),
    changes: () => changesText(view),
    tickets: () => ticketsText(view),
    runbooks: () => runbooksText(view),
    board: () => boardText(view),
    orders: () => appliedText(view),
    notes: () => offersText(view),
    causes: () => closingText(view),
    draft: () => draftText(view),
  };
}

function menuAnswer(view: View, which: string | null): string {
  if (which !== null && /^\d{1,3}$/.test(which))
    return choicesText(view.menu, Number(which)) ?? 'There is no such entry.';
  const groups: readonly string[] = view.menu.map((group) => group.group);
  if (which !== null && !groups.includes(which))
    return `The menu has ${groups.join(', ')}; menu alone shows all of it.`;
  return menuText(view.menu, which);
}

function panelsAnswer(view: View, which: string | null): string {
  if (view.panels.length === 0) return 'PANELS  none opened yet';
  const chosen = which === null ? view.panels : view.panels.slice(Number(which) - 1, Number(which));
  if (chosen.length === 0) return `There are panels 1 to ${view.panels.length}.`;
  return chosen.map((panel) => panelText(panel, true)).join('\n\n');
}

/** The whole screen. */
export function screenText(view: View): string {
  const pending = pendingText(view);
  const handover = handoverText(view);
  return [
    pageText(view),
    ...(handover === '' ? [] : [handover]),
    clockText(view),
    stripText(view),
    radiusText(view),
    lensText(view),
    ...view.panels.map((panel) => panelText(panel, false)),
    chatText(view.chat.slice(-LATEST)),
    axisText(view) + (pending === '' ? '' : `\n${pending}`),
  ].join('\n\n');
}
