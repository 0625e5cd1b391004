/** The tourist opens everything there is to open, once, and then guesses: a remedy, and a cause. */
import type { View } from '../session/view.ts';
import { CAUSE_UNKNOWN, type Bot, type Closing, type Moves } from './bot.ts';
import { diceOf, type Dice } from './dice.ts';
import { commandsOf, offered } from './menu.ts';
import { give, look } from './steps.ts';

/** Stated as somebody states it who has seen a great deal, per cent. */
const SURE = 70;

function* tour(first: View, dice: Dice): Moves {
  let view = first;
  for (const { id } of first.lens.dimensions) {
    const { metric, surface } = view.lens;
    view = yield* look(view, { view: 'lens', metric, by: [id], surface });
  }
  for (const item of offered(first, ['look'])) view = yield* give(view, commandsOf(item)[0]!);
  const remedies = offered(view, ['change']);
  return remedies.length === 0 ? view : yield dice.of(commandsOf(dice.of(remedies)));
}

function guess({ closing }: View, dice: Dice): Closing {
  if (closing.causes.length === 0) return CAUSE_UNKNOWN;
  return { ...CAUSE_UNKNOWN, cause: dice.of(closing.causes).id, confidence: SURE };
}

export const tourist: Bot = {
  id: 'tourist',
  label: 'Tourist: opens everything, then guesses',
  sit: (seed) => {
    const dice = diceOf(seed, 'tourist');
    return { moves: (first) => tour(first, dice), closing: (last) => guess(last, dice) };
  },
};
