/** Where a replay first parts from its recording: at which mark, in which parts. */
import { tickLabel } from '../sim/clock.ts';
import type { Command } from './commands.ts';
import { PARTS, type Mark, type Part } from './mark.ts';
import { commandWords } from './words.ts';

export interface Divergence {
  readonly day: number;
  readonly tick: number;
  /** Number of the move under way or just done, 1-based; 0: on the page. */
  readonly move: number;
  readonly command: Command | null;
  /** What differs; empty where the replay only stands at another minute. */
  readonly parts: readonly Part[];
  readonly message: string;
}

/** The first mark that differs, or null. `from`: marks before it are known to be equal. */
export function firstDivergence(
  recorded: readonly Mark[],
  replayed: readonly Mark[],
  commands: readonly Command[],
  from = 0,
): Divergence | null {
  for (let k = from; k < Math.min(recorded.length, replayed.length); k++) {
    const found = compare(recorded[k]!, replayed[k]!, commands);
    if (found !== null) return found;
  }
  return null;
}

function compare(was: Mark, is: Mark, commands: readonly Command[]): Divergence | null {
  const parts = PARTS.filter((part) => was.hashes[part] !== is.hashes[part]);
  const elsewhere = was.tick !== is.tick || was.moves !== is.moves;
  if (parts.length === 0 && !elsewhere) return null;
  const command = commands[was.moves - 1] ?? null;
  const at = `day ${was.day}, ${tickLabel(was.tick)} (tick ${was.tick})`;
  const after =
    command === null ? 'on the page' : `at move ${was.moves} (${commandWords(command)})`;
  const what = elsewhere
    ? `the replay stands at ${tickLabel(is.tick)} (tick ${is.tick})`
    : parts.join(', ');
  return {
    day: was.day,
    tick: was.tick,
    move: was.moves,
    command,
    parts: elsewhere ? [] : parts,
    message: `First differs on ${at}, ${after}: ${what}.`,
  };
}
