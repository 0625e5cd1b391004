/** The lucky guesser gives the right orders at once, having looked at nothing. Handed the line it guesses. */
import type { PlayLine } from '../scenario/compiled.ts';
import type { View } from '../session/view.ts';
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import { act, takeBack } from './steps.ts';

/** Orders come in the pauses of the line, without the minutes it spends on looking before the first. */
function* orders(first: View, line: PlayLine): Moves {
  const start = line.steps[0]?.afterMinutes ?? 0;
  const began = first.now.minutesSincePage;
  let view = yield* takeBack(first, line);
  for (const step of line.steps) {
    const early = began + step.afterMinutes - start - view.now.minutesSincePage;
    if (early > 0) view = yield { kind: 'wait', minutes: early };
    view = yield* act(view, step.act);
  }
  return view;
}

export const luckyGuesser = (line: PlayLine): Bot => ({
  id: 'lucky-guesser',
  label: 'Lucky guesser: the right remedy, no evidence',
  sit: () => ({ moves: (first) => orders(first, line), closing: () => CAUSE_UNKNOWN }),
});
