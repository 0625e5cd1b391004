/**
 * `validity`: does the scale of impact order players as it must? Every scripted player plays every incident, seed by seed,
 * in the small world. `--process`: and what the moves of three of them were worth. `--seeds n`, `--kept folder` (what was
 * measured there is not measured again), ids of incidents narrow it, `--json`. `--write` keeps the results in the tables
 * of the tests, measures only what they lack of those incidents (of impact, or of process where that is asked for), and
 * renews the published ones; `--anew` measures the rest of it again too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CommandLine } from './commandLine.ts';
import { runKept } from './keptJobs.ts';
import { callSigns, everyScenario, namedScenarios } from './library.ts';
import { seedNames } from './measuredTable.ts';
import { measureProcess, type SeedProcess } from './measureProcess.ts';
import { measureValidity, type SeedValidity } from './measureValidity.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';
import { knownProcess, writeProcess } from './processTable.ts';
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
  const least = values.process ? 1 : 2;
  const seeds = wholeNumber(values.seeds, least, MOST_SEEDS);
  if (seeds === null) return misuse(`--seeds is a whole number from ${least} to ${MOST_SEEDS}.`);
  if (values.write && values.kept !== undefined)
    return misuse(
      '--write keeps what it measures in its own table: --kept has no place beside it.',
    );
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
  // A table is of all incidents, whichever are measured.
  const all = values.write ? await everyScenario() : scenarios;
  const asked: Asked = { ...values, scenarios: all, only: scenarios, seeds };
  const measured = await impactOf(asked);
  const processes = await processOf(asked);
  const report = validityReport(all, measured, processes);
  console.log(validityText(report));
  if (values.write)
    writeFileSync(VALIDITY_PAGE, withValidity(readFileSync(VALIDITY_PAGE, 'utf8'), report));
  if (values.json) console.log(JSON.stringify({ margin: MARGIN, level: LEVEL, ...report }));
  return report.ordersBroken.length > 0 ? 1 : 0;
}

interface Asked {
  readonly scenarios: readonly CompiledScenario[];
  readonly only: readonly CompiledScenario[];
  readonly seeds: number;
  readonly write: boolean;
  readonly anew: boolean;
  readonly process: boolean;
  readonly kept?: string | undefined;
}

/** Where process is written, what is known of impact is enough. */
async function impactOf(asked: Asked): Promise<SeedValidity[]> {
  const { scenarios, seeds, write, anew, process, kept } = asked;
  const measured = process ? { seeds: 0, anew: false } : { seeds, anew };
  if (write)
    return writeValidity({
      ...asked,
      ...measured,
      jobOf: (scenario, [seed]) => jobOf(scenario, seed!),
    });
  return (await runKept(seedBySeed(scenarios, seeds), kept, said)) as SeedValidity[];
}

async function processOf(asked: Asked): Promise<SeedProcess[]> {
  const { scenarios, seeds, write, process, kept } = asked;
  if (!process) return write ? knownProcess(scenarios) : [];
  if (write) return writeProcess({ ...asked, jobOf: processJobOf });
  const jobs = scenarios.map((scenario) => processJobOf(scenario, seedNames(seeds)));
  return ((await runKept(jobs, kept, said)) as SeedProcess[][]).flat();
}

const jobOf = ({ id, callSign }: CompiledScenario, seed: string): Job => ({
  label: `${callSign}, ${seed}`,
  argv: ['validity', id, '--child', seed],
});

const processJobOf = ({ id, callSign }: CompiledScenario, seeds: readonly string[]): Job => ({
  label: `${callSign}, ${[...new Set([seeds[0], seeds.at(-1)])].join(' to ')}, process`,
  argv: ['validity', id, '--process', '--child', seeds.join()],
});

/** Seed by seed, so that a run that is stopped has as many of one incident as of another. */
const seedBySeed = (scenarios: readonly CompiledScenario[], seeds: number): Job[] =>
  seedNames(seeds).flatMap((seed) => scenarios.map((scenario) => jobOf(scenario, seed)));

function said(label: string, done: number, of: number): void {
  console.error(`${done} of ${of}: ${label}`);
}
