/** The waiter does nothing until the shift is over. */
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import type { View } from '../session/view.ts';

/** Minutes of one wait, by clock; the end of the shift ends the last one. */
const STRETCH = { minutes: 6 * 60, days: 7 * 24 * 60 } as const;

function* moves(first: View): Moves {
  for (;;) yield { kind: 'wait', minutes: STRETCH[first.clock] };
}

export const waiter: Bot = {
  id: 'waiter',
  label: 'Waiter: does nothing',
  sit: () => ({ moves, closing: () => CAUSE_UNKNOWN }),
};
