/** Runs a command and keeps what it says, line by line. */
import { vi } from 'vitest';
import type { CommandLine } from '../../src/cli/commandLine.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export async function say(command: Pick<CommandLine, 'run'>, ...argv: string[]): Promise<Said> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const code = await command.run(argv);
    const lines = (spy: typeof out): string => spy.mock.calls.map((c) => String(c[0])).join('\n');
    return { code, out: lines(out), error: lines(error) };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}
