/** Plays a bot from where a run stands to the closing of the case. */
import { dispatch } from '../session/dispatch.ts';
import type { Run } from '../session/run.ts';
import { sightOf } from '../session/viewOf.ts';
import type { View } from '../session/view.ts';
import type { Bot } from './bot.ts';

/** A player that would go on for ever is a mistake in it. */
const MOST_MOVES = 1000;

/**
 * The run is moved on, and is closed afterwards. Throws where a command is refused: what is possible stands in the view,
 * so a bot has no excuse.
 */
export function playOut(run: Run, bot: Bot, seed: string): void {
  const player = bot.sit(seed);
  const moves = player.moves(sightOf(run));
  const give = (command: Parameters<typeof dispatch>[1]): View => {
    const outcome = dispatch(run, command);
    if (!outcome.ok)
      throw new Error(`${bot.label}: ${JSON.stringify(command)} was refused: ${outcome.because}`);
    return sightOf(run);
  };
  let next = moves.next();
  let view = sightOf(run);
  for (let count = 0; next.done !== true && !isOver(view); count++) {
    if (count === MOST_MOVES) throw new Error(`${bot.label} does not come to an end.`);
    view = give(next.value);
    next = moves.next(view);
  }
  give(player.closing(view));
}

/** The shift has ended: the menu offers nothing any more. */
function isOver(view: View): boolean {
  return view.menu.every((group) => group.items.every((item) => item.disabled !== null));
}
