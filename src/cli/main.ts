/** The command line: one command a file. `node dist-node/cli.js <command> [options]`. */
import type { CommandLine } from './commandLine.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import { drills } from './drills.ts';
import { orders } from './orders.ts';
import { play } from './play.ts';
import { replay } from './replay.ts';
import { scenariosCheck } from './scenariosCheck.ts';
import { scenariosNew } from './scenariosNew.ts';
import { agreement } from './agreement.ts';
import { calibration } from './calibration.ts';
import { validate } from './validate.ts';
import { validity } from './validity.ts';

/** What can be asked for, in the order the help shows it. */
const COMMANDS: readonly CommandLine[] = [
  play,
  replay,
  check,
  scenariosCheck,
  scenariosNew,
  drills,
  orders,
  validity,
  validate,
  agreement,
  calibration,
  bench,
];

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = COMMANDS.find((c) => c.name === name);
  if (command !== undefined) return command.run(rest);
  const known = COMMANDS.map((c) => `  ${c.name.padEnd(15)} ${c.help}`).join('\n');
  console.error(
    `${name === undefined ? 'Name a command' : `There is no command ${name}`}:\n${known}`,
  );
  return 2;
}

// The code is set and the process ends by itself, so that a slow pipe still gets the last line.
process.exitCode = await main(process.argv.slice(2));
