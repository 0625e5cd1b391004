/** Is a value from a file a command? It is one if the grammar can print it and reads back the same. */
import type { Command } from './commands.ts';
import { parseCommand, printCommand } from './grammar.ts';

export function isCommand(value: unknown): value is Command {
  try {
    const parsed = parseCommand(printCommand(value as Command));
    return parsed.ok && ordered(parsed.command) === ordered(value);
  } catch {
    // Printing trusts its input; what is no command may break it anywhere.
    return false;
  }
}

/** JSON with the keys of every object in order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
