/** The roller-back opens the changes and takes the newest one of a ranker out, for everybody, whatever the page says. */
import type { View } from '../session/view.ts';
import { EVERYONE } from '../sim/segments.ts';
import { CAUSE_UNKNOWN, type Bot, type Moves } from './bot.ts';
import { versionBefore, versionIn } from './menu.ts';
import { act, look } from './steps.ts';

/** Minutes until a rollback has arrived, which is all that is checked. */
const UNTIL_DONE = 15;

function* moves(first: View): Moves {
  const seen = yield* look(first, { view: 'changes' });
  const newest = seen.changes.items
    .filter(({ kind }) => kind === 'model' || kind === 'experiment')
    .map(({ text }) => versionIn(seen, text))
    .find((version) => version !== null);
  const to = newest === undefined ? null : versionBefore(seen, newest);
  if (to === null) return seen;
  yield* act(seen, { kind: 'rollback-model', to, scope: EVERYONE });
  return yield { kind: 'wait', minutes: UNTIL_DONE };
}

export const rollerBack: Bot = {
  id: 'roller-back',
  label: 'Roller-back: takes the newest ranker out',
  sit: () => ({ moves, closing: () => CAUSE_UNKNOWN }),
};
