/** The moves of a run that are weighed one by one: every change to production, and the closing of the case. */
import type { PlayLine } from '../../scenario/compiled.ts';
import { beginTick } from '../../scenario/handover.ts';
import type { Command } from '../../session/commands.ts';
import type { Run } from '../../session/run.ts';
import { reflexLine } from '../lines.ts';
import { mendingLines } from './mends.ts';

/** A command that was given to the world, or the one that ended the case. */
export type Deed = Extract<Command, { kind: 'act' | 'undo' | 'close' }>;

export interface Point {
  /** Index of the command. */
  readonly move: number;
  /** Minute at which it was given. */
  readonly tick: number;
  readonly deed: Deed;
  /** What the order is called in the played run; null: it is none. */
  readonly order: string | null;
}

/** In the order they were given; a closed run has one at least. */
export function pointsOf(run: Run): Point[] {
  return run.log.flatMap((event): Point[] => {
    if (event.kind !== 'command') return [];
    const { command, index, tick, order } = event;
    switch (command.kind) {
      case 'act':
      case 'undo':
      case 'close':
        return [{ move: index, tick, deed: command, order }];
      default:
        return [];
    }
  });
}

/**
 * What else could have been done, wherever a run stands: what the incident knows, right and wrong, the reflex of the page, and
 * what would mend the other explanations. Each once: taken up where a run stands, lines that only begin at other minutes
 * are one. `run`: at its page or later.
 */
export function otherLines(run: Run): PlayLine[] {
  const { references, wrong } = run.scenario;
  const reflex = reflexLine(run, beginTick(run.scenario));
  const all = [
    ...references,
    ...wrong,
    ...(reflex === null ? [] : [reflex]),
    ...mendingLines(run.scenario),
  ];
  const names = all.map(({ undo, steps }) =>
    JSON.stringify([undo, ...steps.map((s) => [s.afterMinutes - steps[0]!.afterMinutes, s.act])]),
  );
  return all.filter((_, k) => names.indexOf(names[k]!) === k);
}
