/**
 * `check [files]`: everything that is wrong with scenarios, at line and column; `drill:3-17` is a file that is made when asked
 * for. Without files: all of `scenarios/`.
 * `--expect` also runs what they expect of their own mechanisms. `--json` prints one object as the last line.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDrill } from '../drills/loadDrill.ts';
import { drillNamed } from '../drills/nameFormat.ts';
import { archetypesIn } from '../scenario/archetypeFiles.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { formatDiagnostics, type Diagnostic } from '../scenario/diagnostics.ts';
import { loadScenario, type LoadedScenario } from '../scenario/load.ts';
import { variantsOf } from '../scenario/variants.ts';
import { measureExpectations } from '../proof/measure/expectations.ts';
import type { CommandLine } from './commandLine.ts';
import { expectAll, expectText, type ExpectationResult } from './expect.ts';
import { fileTrouble } from './gameFiles.ts';
import { readOptions } from './options.ts';

const FOLDER = 'scenarios';

export const check: CommandLine = {
  name: 'check',
  help: 'what is wrong with scenarios; --expect runs their expectations; --json',
  run,
};

const OPTIONS = {
  expect: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  /** One file on one seed in this process, as JSON: how the parent's children are asked. */
  child: { type: 'string' },
} as const;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) {
    console.error(read.message);
    return 2;
  }
  const { values, positionals } = read;
  const files = positionals.length > 0 ? positionals : allScenarios();
  const { playable, diagnostics, unread } = checkFiles(files);
  if (values.child !== undefined) {
    const [only] = playable;
    if (only === undefined) return 1;
    const { child } = values;
    console.log(
      JSON.stringify(variantsOf(only.scenario).map((v) => measureExpectations(v, child))),
    );
    return 0;
  }
  console.log(`${playable.length} of ${files.length} scenarios can be played`);
  const expected: ExpectationResult[] = values.expect ? await expectAll(playable) : [];
  const refuted = expected.filter((r) => r.refuted).length;
  if (values.expect) {
    console.log(`\n${expectText(expected)}\n`);
    console.log(`${expected.length - refuted} of ${expected.length} expectations hold`);
  }
  if (values.json)
    console.log(
      JSON.stringify({
        files: files.length,
        playable: playable.length,
        diagnostics,
        expectations: expected,
        refuted,
      }),
    );
  if (unread > 0) return 2;
  return playable.length < files.length || files.length === 0 || refuted > 0 ? 1 : 0;
}

/** The files of the library, by name. */
export function allScenarios(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .map((id) => join(FOLDER, id, 'scenario.yaml'))
    .filter((file) => existsSync(file))
    .toSorted();
}

interface Checked {
  readonly playable: readonly { readonly file: string; readonly scenario: CompiledScenario }[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files that could not be read at all. */
  readonly unread: number;
}

/** Loads each file and prints what is wrong with it. */
export function checkFiles(files: readonly string[]): Checked {
  const playable: { file: string; scenario: CompiledScenario }[] = [];
  const found: Diagnostic[] = [];
  let unread = 0;
  const add = (file: string, { scenario, diagnostics }: LoadedScenario): void => {
    if (diagnostics.length > 0) console.log(formatDiagnostics(diagnostics));
    found.push(...diagnostics);
    if (scenario !== null) playable.push({ file, scenario });
  };
  for (const file of files) {
    const drill = drillNamed(file);
    if (drill !== null) {
      add(file, loadDrill(drill));
      continue;
    }
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      console.error(fileTrouble(file, error));
      unread++;
      continue;
    }
    add(file, loadScenario(text, file, archetypesIn(join(FOLDER, 'archetypes'))));
  }
  return { playable, diagnostics: found, unread };
}
