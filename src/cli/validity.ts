/**
 * `validity`: does the scale of impact order players as it must? Every scripted player plays every incident, seed by seed,
 * in the small world. `--process`: and what the moves of three of them were worth. `--seeds n`, `--kept folder` (what was measured there is not measured again), ids of incidents
 * narrow it, `--json`. `--write` keeps the results in the table of the tests, measures only what that lacks, and renews the
 * published table; `--anew` measures the rest again too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CommandLine } from './commandLine.ts';
import { runKept } from './keptJobs.ts';
import { callSigns, namedScenarios } from './library.ts';
import { seedName } from './measuredTable.ts';
import { measureProcess, type SeedProcess } from './measureProcess.ts';
import { measureValidity, type SeedValidity } from './measureValidity.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';
import type { Job } from './shards.ts';
import { LEVEL, MARGIN } from './validityOrders.ts';
import { validityReport } from './validityReport.ts';
import { VALIDITY_PAGE, writeValidity } from './validityTable.ts';
import { validityText, withValidity } from './validityText.ts';

export const validity: CommandLine = {
  name: 'validity',
  help: 'impact of every scripted player, and the orders it must show; --seeds n, --process, --kept folder, --write, --json',
  run,
};

const OPTIONS = {
  seeds: { type: 'string', default: '20' },
  kept: { type: 'string' },
  write: { type: 'boolean', default: false },
  anew: { type: 'boolean', default: false },
  /** Weighs the moves of some players as well: some minutes an incident. */
  process: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  /** One measurement in this process, as JSON: how the parent's children are asked. */
  child: { type: 'string' },
} as const;

const MOST_SEEDS = 200;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  const seeds = wholeNumber(values.seeds, 2, MOST_SEEDS);
  if (seeds === null) return misuse(`--seeds is a whole number from 2 to ${MOST_SEEDS}.`);
  if (values.write && (positionals.length > 0 || values.kept !== undefined || values.process))
    return misuse('--write measures every incident into its own table, and nothing else.');
  const named = await namedScenarios(positionals);
  if (!named.ok) return misuse(named.message);
  const { scenarios } = named;
  if (values.child !== undefined) {
    const [scenario] = scenarios;
    if (scenario === undefined) return misuse(callSigns().join('\n'));
    const { child, process } = values;
    const measured = process
      ? measureProcess(scenario, child.split(','))
      : measureValidity(scenario, child);
    console.log(JSON.stringify(measured));
    return 0;
  }
  const measured = values.write
    ? await writeValidity(scenarios, seeds, values.anew, jobOf)
    : ((await runKept(seedBySeed(scenarios, seeds), values.kept, said)) as SeedValidity[]);
  const processJobs = values.process ? scenarios.map((s) => processJobOf(s, seeds)) : [];
  const processes = ((await runKept(processJobs, values.kept, said)) as SeedProcess[][]).flat();
  const report = validityReport(scenarios, measured, processes);
  console.log(validityText(report));
  if (values.write)
    writeFileSync(VALIDITY_PAGE, withValidity(readFileSync(VALIDITY_PAGE, 'utf8'), report));
  if (values.json) console.log(JSON.stringify({ margin: MARGIN, level: LEVEL, ...report }));
  return report.ordersBroken.length > 0 ? 1 : 0;
}

const jobOf = ({ id, callSign }: CompiledScenario, seed: string): Job => ({
  label: `${callSign}, ${seed}`,
  argv: ['validity', id, '--child', seed],
});

const processJobOf = ({ id, callSign }: CompiledScenario, seeds: number): Job => ({
  label: `${callSign}, ${seeds} seeds, process`,
  argv: [
    'validity',
    id,
    '--process',
    '--child',
    Array.from({ length: seeds }, (_, i) => seedName(i)).join(),
  ],
});

/** Seed by seed, so that a run that is stopped has as many of one incident as of another. */
const seedBySeed = (scenarios: readonly CompiledScenario[], seeds: number): Job[] =>
  Array.from({ length: seeds }, (_, i) =>
    scenarios.map((scenario) => jobOf(scenario, seedName(i))),
  ).flat();

function said(label: string, done: number, of: number): void {
  console.error(`${done} of ${of}: ${label}`);
}
