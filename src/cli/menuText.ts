/** The menu and the board in words. Numbers of the menu are commands. */
import type { MenuGroup, View } from '../session/view.ts';
import { printCommand } from '../session/grammar.ts';
import { sparse } from './sparse.ts';

export function menuText(menu: readonly MenuGroup[], only: string | null): string {
  let number = 0;
  const lines: string[] = [];
  for (const group of menu) {
    const wanted = only === null || group.group === only;
    if (wanted) lines.push(group.label.toUpperCase());
    for (const item of group.items) {
      number++;
      if (!wanted) continue;
      const lag = item.lag > 0 ? `, complete ${item.lag} min later` : '';
      const undo = item.undo === 'no' ? ', cannot be undone' : '';
      const choices = item.choices.length > 0 ? `, ${item.choices.length} choices` : '';
      const why = item.disabled === null ? '' : `; not now: ${item.disabled}`;
      lines.push(
        `  ${number}  ${item.label}: ${item.hint} (${item.cost} min${lag}${undo}${choices})${why}`,
      );
    }
  }
  return lines.join('\n');
}

/** Choices of one entry, each with the line that says the same. */
export function choicesText(menu: readonly MenuGroup[], number: number): string | null {
  const item = menu.flatMap((group) => group.items)[number - 1];
  if (item === undefined) return null;
  return [
    `${number}  ${item.label}: ${item.hint}`,
    ...item.choices.map(
      (c, i) => `  ${number}.${i + 1}  ${c.label}${c.detail === '' ? '' : `, ${c.detail}`}`,
    ),
    ...(item.command === null ? [] : [`  as a line: ${printCommand(item.command)}`]),
  ].join('\n');
}

export function boardText(view: View): string {
  const { board } = view;
  return sparse([
    'BOARD',
    board.hypotheses.length === 0 ? '  no hypothesis yet' : null,
    ...board.hypotheses.flatMap((h) => [
      `  ${h.id}  ${h.label}, ${Math.round(h.confidence)} %${h.struck ? ', struck' : ''}`,
      ...h.links.map((l) => `      ${l.relation}: ${l.label}`),
    ]),
    'Suspects:',
    ...board.suspects.map((s) => `  ${s.id}  ${s.label}${s.used ? ', on the board' : ''}`),
    board.readings.length === 0 ? null : 'Readings (pin and link by number):',
    ...board.readings.map(
      (r, i) => `  ${i + 1}  ${r.atLabel}  ${r.label}${r.pinned ? ', pinned' : ''}: ${r.summary}`,
    ),
    'Words:',
    `  mechanisms: ${board.words.mechanisms.map((w) => w.id).join(', ')}`,
    `  components: ${board.words.components.map((w) => w.id).join(', ')}`,
  ]);
}

export function offersText(view: View): string {
  return [
    'NOTES on offer: say team fact:register …',
    ...view.offers.flatMap((o) => [
      `  ${o.id}  ${o.topic}`,
      ...o.registers.map((r) => `      ${o.id}:${r.id}  ${r.text}`),
    ]),
  ].join('\n');
}

export function closingText(view: View): string {
  const { closing } = view;
  return sparse([
    'CLOSING: close cause confidence prevention, then strike 2,5 or strike none if you read the draft',
    'Causes:',
    ...closing.causes.map((c) => `  ${c.id}  ${c.label}`),
    'Preventions:',
    ...closing.preventions.map((p) => `  ${p.id}  ${p.label}`),
    closing.open.length === 0 ? null : `Still open: ${closing.open.join(' ')}`,
    `${closing.draft.by} has drafted the postmortem: draft shows it.`,
  ]);
}

export function draftText({ closing: { draft } }: View): string {
  return [
    `THE DRAFT of the postmortem, by ${draft.by} (${draft.role}). Strike what nothing you have read supports:`,
    ...draft.sentences.map((text, i) => `  ${i + 1}  ${text}`),
    'close unknown 30 strike 2,5 closes without these; strike none keeps them all. Without strike the draft counts as not read.',
  ].join('\n');
}
