/** The command line: `node dist-node/cli.js <command> [options]`. */
import { runCommand } from './commands.ts';

// The code is set and the process ends by itself, so that a slow pipe still gets the last line.
process.exitCode = await runCommand(process.argv.slice(2));
