/**
 * Where it turned: what could still be reached from before each decision, by taking up the best known line there, on top
 * of what had been ordered or with that taken back. The step at which that gets most worse is the swing.
 */
import type { Command } from '../session/commands.ts';
import type { Run } from '../session/run.ts';
import type { LineOutcome } from './tasks.ts';

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

/** The least harm that could still be had from before a move. */
interface Reached {
  readonly move: number;
  readonly tick: number;
  readonly harm: number;
}

/** Decisions of a run, dearest first. `end`: harm of the whole run. */
export function turnsOf(run: Run, outcomes: readonly LineOutcome[], end: number): Turn[] {
  const best = new Map<number, Reached>();
  for (const { task, from, curve } of outcomes) {
    if (task.line !== 'rescue') continue;
    const { move } = task;
    const harm = Math.min(curve.total, best.get(move)?.harm ?? Infinity);
    best.set(move, { move, tick: from, harm });
  }
  const reached = [...best.values()].toSorted((a, b) => a.move - b.move);
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
