/**
 * The run as it stood before one of its moves, for lines of play that leave it there. Moves are played again from the
 * page once, not once for each line: who asks for later and later moves pays for the way between them.
 */
import { dispatch } from '../session/dispatch.ts';
import { forkRun, type Run } from '../session/run.ts';

/** The run it gives is only to be copied: it is played on when a later move is asked for. */
export type Rewind = (move: number) => Run;

export function createRewind(run: Run, page: Run): Rewind {
  const { commands } = run;
  let walker: { readonly run: Run; readonly reached: number } | null = null;
  return (move) => {
    // Closing takes no time and touches no world: before it the run stood where it stands.
    if (move === commands.length - 1 && commands[move]?.kind === 'close') return run;
    const from = walker !== null && walker.reached <= move ? walker : null;
    const again = from?.run ?? forkRun(page);
    for (const command of commands.slice(from?.reached ?? 0, move)) dispatch(again, command);
    walker = { run: again, reached: move };
    return again;
  };
}
