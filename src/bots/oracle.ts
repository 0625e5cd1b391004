/** The oracle plays a line written down beforehand, and looks while there is time before its first order. */
import type { PlayLine } from '../scenario/compiled.ts';
import type { Command, Look } from '../session/commands.ts';
import type { View } from '../session/view.ts';
import { EVERYONE } from '../sim/segments.ts';
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import { act, give, takeBack } from './steps.ts';

/** Looks that cost few minutes each, the dearest last. */
const LOOKS: readonly Look[] = [
  { view: 'changes' },
  { view: 'model', scope: EVERYONE },
  { view: 'experiments' },
  { view: 'differs', metric: 'save_rate' },
];
/** Minutes the dearest of them takes. */
const DEAREST = 3;

function* play(first: View, line: PlayLine): Moves {
  const start = line.steps[0]?.afterMinutes ?? 0;
  const began = first.now.minutesSincePage;
  let view = first;
  for (const opened of LOOKS) {
    if (view.now.minutesSincePage - began + DEAREST > start) break;
    view = yield* give(view, { kind: 'look', look: opened });
  }
  view = yield* takeBack(view, line);
  for (const step of line.steps) {
    const early = began + step.afterMinutes - view.now.minutesSincePage;
    if (early > 0) view = yield { kind: 'wait', minutes: early } satisfies Command;
    view = yield* act(view, step.act);
  }
  return view;
}

export const oracle = (line: PlayLine): Bot => ({
  id: 'oracle',
  label: 'Oracle: the best line written down',
  sit: () => ({ moves: (first) => play(first, line), closing: () => CAUSE_UNKNOWN }),
});
