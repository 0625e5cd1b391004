/** What can be asked for on the command line: one command a file. */
import type { CommandLine } from './commandLine.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import { drills } from './drills.ts';
import { misuse } from './options.ts';
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

const LIST = COMMANDS.map((c) => `  ${c.name.padEnd(15)} ${c.help}`).join('\n');
const OPTION_OF_HELP = ['--help', '-h'];
const HELP = new Set(['help', ...OPTION_OF_HELP]);

/** Runs what the words ask for; resolves to the exit code. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = COMMANDS.find((c) => c.name === name);
  if (command === undefined) {
    if (name !== undefined && HELP.has(name)) return say(`blast-radius <command>\n${LIST}`);
    return misuse(
      `${name === undefined ? 'Name a command' : `There is no command ${name}`}:\n${LIST}`,
    );
  }
  // After -- every word is a name.
  const end = rest.indexOf('--');
  const asks = OPTION_OF_HELP.some((option) => {
    const at = rest.indexOf(option);
    return at >= 0 && (end < 0 || at < end);
  });
  if (asks) return say(`blast-radius ${command.name}\n  ${command.help}`);
  return command.run(rest);
}

function say(text: string): number {
  console.log(text);
  return 0;
}
