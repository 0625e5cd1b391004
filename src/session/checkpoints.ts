/**
 * Copies of a run to go back to: the page, the first move of each simulated day, the last moves. Going back to any move
 * takes the nearest one before it and plays the rest, so a lost checkpoint costs time and nothing else.
 */
import { dayOf } from '../sim/clock.ts';
import type { Command } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { forkRun, now, type OnProgress, type Run } from './run.ts';
import { buffersIn, shareUnchanged } from './sharedArrays.ts';

/** Moves whose checkpoints are kept besides those of the days. */
export const LAST_MOVES = 16;
/** Most bytes of arrays all checkpoints hold together; one of the standard world is about 30 MB, half of it shared. */
export const MOST_BYTES = 150_000_000;

interface Checkpoint {
  /** Never advanced, only copied: its arrays may be another checkpoint's too. */
  readonly run: Run;
  /** First one of its simulated day. */
  readonly opensDay: boolean;
  /** Rises; the smallest was used least recently. */
  used: number;
}

export interface Checkpoints {
  /** Keeps the run as it stands after its newest move. */
  readonly keep: (run: Run) => void;
  /** A run of its own as it stood after the first `moves` of these commands. Checkpoints beyond are forgotten. */
  readonly goBack: (commands: readonly Command[], moves: number, onProgress?: OnProgress) => Run;
  /** Moves of the checkpoints held, ascending. */
  readonly held: () => readonly number[];
  /** Bytes of all arrays reachable from the checkpoints, each once. */
  readonly bytes: () => number;
}

/** `page`: the run at its page, which is never dropped. */
export function createCheckpoints(page: Run, mostBytes: number = MOST_BYTES): Checkpoints {
  let clock = 0;
  let kept: Checkpoint[] = [{ run: page, opensDay: true, used: clock }];

  const bytes = (): number => {
    const buffers = buffersIn(kept.map(({ run }) => run.pair));
    let sum = 0;
    for (const buffer of buffers) sum += buffer.byteLength;
    return sum;
  };

  /** The page excepted: everything else can be played again from it. */
  const drop = (which: Checkpoint): void => {
    kept = kept.filter((checkpoint) => checkpoint !== which);
  };

  const prune = (): void => {
    for (const old of kept.slice(1, -LAST_MOVES)) if (!old.opensDay) drop(old);
    while (kept.length > 1 && bytes() > mostBytes)
      drop(kept.slice(1).reduce((least, other) => (other.used < least.used ? other : least)));
  };

  const keep = (run: Run): void => {
    const copy = forkRun(run);
    // What was refused is no part of the run: a replay to here has not heard of it.
    copy.log = run.log.filter((event) => event.kind !== 'refused');
    copy.refusal = null;
    const newest = kept.at(-1)!.run;
    shareUnchanged(copy.pair.live, newest.pair.live);
    if (copy.pair.twin !== null && newest.pair.twin !== null)
      shareUnchanged(copy.pair.twin, newest.pair.twin);
    const opensDay = dayOf(now(newest)) !== dayOf(now(copy));
    kept = [...kept, { run: copy, opensDay, used: ++clock }];
    prune();
  };

  return {
    keep,
    goBack(commands, moves, onProgress) {
      kept = kept.filter(({ run }) => run.commands.length <= moves);
      const nearest = kept.at(-1)!;
      nearest.used = ++clock;
      const run = forkRun(nearest.run);
      const rest = commands.slice(run.commands.length, moves);
      rest.forEach((command, i) => {
        onProgress?.(i / rest.length, `Your moves again: ${i + 1} of ${rest.length}`);
        if (dispatch(run, command).ok) keep(run);
      });
      return run;
    },
    held: () => kept.map(({ run }) => run.commands.length),
    bytes,
  };
}
