/** The random player picks a group of the menu, an item of it, a choice of that; a wait now and then. */
import type { View } from '../session/view.ts';
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import { diceOf } from './dice.ts';
import { commandsOf, offered } from './menu.ts';
import { give } from './steps.ts';

const MOVES = 20;
const GROUPS = ['look', 'test', 'hold', 'change', 'say', 'wait'] as const;
/** Minutes of a wait. */
const PAUSE = 30;

function* wander(first: View, seed: string): Moves {
  const dice = diceOf(seed, 'random');
  let view = first;
  for (let move = 0; move < MOVES; move++) {
    const group = dice.of(GROUPS);
    const items = group === 'wait' ? [] : offered(view, [group]);
    view =
      items.length === 0
        ? yield { kind: 'wait', minutes: PAUSE }
        : yield* give(view, dice.of(commandsOf(dice.of(items))));
  }
  return view;
}

export const random: Bot = {
  id: 'random',
  label: 'Random: any legal move',
  sit: (seed) => ({ moves: (first) => wander(first, seed), closing: () => CAUSE_UNKNOWN }),
};
