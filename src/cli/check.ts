/** `check [files]`: everything that is wrong with scenarios, at line and column. Without files: all of `scenarios/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostics } from '../scenario/diagnostics.ts';
import { loadScenario } from '../scenario/load.ts';
import type { CommandLine } from './commandLine.ts';

const FOLDER = 'scenarios';

export const check: CommandLine = {
  name: 'check',
  help: 'what is wrong with scenarios; without files, with all of scenarios/',
  run: (argv) => Promise.resolve(checkFiles(argv.length > 0 ? argv : allScenarios())),
};

function allScenarios(): string[] {
  return readdirSync(FOLDER)
    .map((id) => join(FOLDER, id, 'scenario.yaml'))
    .filter((file) => existsSync(file))
    .toSorted();
}

function checkFiles(files: readonly string[]): number {
  let broken = 0;
  for (const file of files) {
    const { scenario, diagnostics } = loadScenario(readFileSync(file, 'utf8'), file);
    if (diagnostics.length > 0) console.log(formatDiagnostics(diagnostics));
    if (scenario === null) broken++;
  }
  console.log(`${files.length - broken} of ${files.length} scenarios can be played`);
  return broken > 0 || files.length === 0 ? 1 : 0;
}
