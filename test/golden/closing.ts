/** Moves of a sample run that is read once more and closed. */
import type { Command } from '../../src/session/commands.ts';

const AGAIN: Command = {
  kind: 'look',
  look: { view: 'lens', metric: 'save_rate', by: ['arm'], surface: 'all' },
};
const CLOSE: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };

export function closing(commands: readonly Command[]): Command[] {
  return [...commands.slice(0, 9), AGAIN, CLOSE];
}
