/** The moves of a run at which something was decided: where one asks what could still have been reached. */
import type { Run } from '../session/run.ts';

/** Decisions looked at, at most: each costs a run to the horizon. */
const MOST_TURNS = { minutes: 4, days: 2 } as const;
/** A pause this long is a decision too, by clock. */
const LONG_WAIT = { minutes: 20, days: 1440 } as const;

/** Moves at which something was decided; of too many an even spread. */
export function decisionsOf(run: Run): number[] {
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
