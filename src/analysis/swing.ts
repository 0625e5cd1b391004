/**
 * Where it turned: what could still be reached from before each decision, by taking up the best known line there. The
 * step at which that gets most worse is the swing.
 */
import type { Command } from '../session/commands.ts';
import { dispatch } from '../session/dispatch.ts';
import { forkRun, now, type OnProgress, type Run } from '../session/run.ts';
import { rescueLine, type Stage } from './lines.ts';

export interface Turn {
  /** Index of the command that was given. */
  readonly move: number;
  readonly tick: number;
  readonly command: Command;
  /** Best reachable harm before it. */
  readonly before: number;
  /** What it and the time after it cost, until the next decision. */
  readonly cost: number;
}

/** Decisions looked at, at most: each costs a run to the horizon. */
const MOST_TURNS = { minutes: 4, days: 2 } as const;
/** A pause this long is a decision too, by clock. */
const LONG_WAIT = { minutes: 20, days: 1440 } as const;

/** Decisions of a run, dearest first. `end`: harm of the whole run. */
export function turnsOf(
  run: Run,
  page: Run,
  stage: Stage,
  end: number,
  onProgress?: OnProgress,
): Turn[] {
  const picks = decisions(run);
  const reached: { move: number; tick: number; harm: number }[] = [];
  const fork = forkRun(page);
  run.commands.forEach((command, i) => {
    if (picks.includes(i)) {
      onProgress?.(reached.length / picks.length, 'What could still have been reached');
      reached.push({ move: i, tick: now(fork), harm: rescueLine(fork, stage).curve.total });
    }
    dispatch(fork, command);
  });
  return reached
    .map((r, k): Turn => ({
      move: r.move,
      tick: r.tick,
      command: run.commands[r.move]!,
      before: r.harm,
      cost: (reached[k + 1]?.harm ?? end) - r.harm,
    }))
    .toSorted((a, b) => b.cost - a.cost || a.move - b.move);
}

function decisions(run: Run): number[] {
  const all: number[] = [];
  run.commands.forEach((command, i) => {
    const long =
      (command.kind === 'wait' && command.minutes >= LONG_WAIT[run.scenario.clock]) ||
      command.kind === 'next-day';
    if (
      i === 0 ||
      command.kind === 'act' ||
      command.kind === 'undo' ||
      command.kind === 'close' ||
      long
    )
      all.push(i);
  });
  const most = MOST_TURNS[run.scenario.clock];
  if (all.length <= most) return all;
  // Too many: keep the first, the last and an even spread between.
  const stride = (all.length - 1) / (most - 1);
  return [...new Set(Array.from({ length: most }, (_, k) => all[Math.round(k * stride)]!))];
}
