/** The shotgun pulls every lever of the menu, one after another, each with some choice, in an order of chance. */
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import type { View } from '../session/view.ts';
import { diceOf } from './dice.ts';
import { commandsOf, offered } from './menu.ts';

const LEVERS = ['hold', 'change'] as const;

function* shoot(first: View, seed: string): Moves {
  const dice = diceOf(seed, 'shotgun');
  let view = first;
  for (const { id } of dice.shuffled(offered(first, LEVERS))) {
    // What one lever did may have taken another away.
    const item = offered(view, LEVERS).find((other) => other.id === id);
    if (item !== undefined) view = yield dice.of(commandsOf(item));
  }
  return view;
}

export const shotgun: Bot = {
  id: 'shotgun',
  label: 'Shotgun: every remedy, in any order',
  sit: (seed) => ({ moves: (first) => shoot(first, seed), closing: () => CAUSE_UNKNOWN }),
};
