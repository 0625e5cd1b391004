/** Help of the text mode. */
import { COMMAND_SHAPES } from '../session/grammar.ts';

/** Words of the terminal itself: they cost nothing and are no part of the run. */
export const DESK_WORDS = {
  help: 'this list; help look, help act … for one command',
  view: 'everything on the screen again',
  menu: 'menu, menu look|test|hold|change|say, menu 4: what can be done, with price and number',
  strip: 'the health strip',
  lens: 'the lens as a table',
  radius: 'the declared radius',
  panels: 'opened panels with their tables; panel 2 for one',
  axis: 'what was and what is to come',
  chat: 'messages; people: who can be asked',
  changes: 'the change timeline, once opened; tickets, runbooks likewise',
  board: 'hypotheses, suspects, readings; pin 3 and pin last by number or as the last one',
  orders: 'what is under way and in effect; undo takes the latest back',
  notes: 'facts on offer for a status note',
  causes: 'what a case can be closed with',
  draft: 'a colleague’s draft of the postmortem, to strike from when closing',
  save: 'save FILE; load FILE goes on from there',
  debrief: 'after close: what became of it',
  quit: 'leave without closing',
} as const;

export function helpText(topic: string | null): string {
  if (topic !== null) {
    const shape = Object.entries({ ...COMMAND_SHAPES, ...DESK_WORDS }).find(([w]) => w === topic);
    if (shape !== undefined) return `${shape[0]}: ${shape[1]}`;
  }
  const list = (words: Readonly<Record<string, string>>): string =>
    Object.entries(words)
      .map(([word, text]) => `  ${word.padEnd(12)} ${text}`)
      .join('\n');
  return [
    'Moves (the clock runs; prices are in the menu):',
    list(COMMAND_SHAPES),
    'Scopes: everyone, nobody, radius, activity=core & arm=v42, region=IN,JP | platform=web. Names with spaces stand in quotes.',
    'Free:',
    list(DESK_WORDS),
    'A number of the menu is a command: 4, or 4.2 for its second choice.',
  ].join('\n');
}
