/**
 * `calibration`: is the ideal observer's belief deserved? `--signatures n` seeds make the signatures of each incident, `--seeds
 * n` others make worlds that three lookers read; `--json`; names of incidents narrow it; `--kept folder` keeps what was
 * measured.
 */
import { casesOf, type BeliefCase } from '../analysis/belief/cases.ts';
import { NONE_PRIOR, priorOf, withNone } from '../analysis/belief/posterior.ts';
import { reliabilityOf, type Reliability } from '../analysis/belief/reliability.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CommandLine } from './commandLine.ts';
import { runKept } from './keptJobs.ts';
import { everyScenario } from './library.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';
import { tableText } from './table.ts';

export const calibration: CommandLine = {
  name: 'calibration',
  help: 'is the ideal observer’s belief deserved? --seeds n, --signatures n, --json',
  run,
};

const OPTIONS = {
  seeds: { type: 'string', default: '4' },
  signatures: { type: 'string', default: '4' },
  kept: { type: 'string' },
  json: { type: 'boolean', default: false },
  /** One incident and one seed of worlds in this process, as JSON: `incident/number`. */
  child: { type: 'string' },
} as const;

/** A covariance needs two branches a hypothesis. */
const LEAST_SIGNATURES = 2;
const MOST_SEEDS = 100;
/** Largest calibration error of a belief that may be shown. */
const WANTED_ECE = 0.05;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  const seeds = wholeNumber(values.seeds, 1, MOST_SEEDS);
  if (seeds === null) return misuse(`--seeds is a whole number from 1 to ${MOST_SEEDS}.`);
  const signatures = wholeNumber(values.signatures, LEAST_SIGNATURES, MOST_SEEDS);
  if (signatures === null)
    return misuse(`--signatures is a whole number from ${LEAST_SIGNATURES} to ${MOST_SEEDS}.`);
  const all = await everyScenario();
  const unknown = positionals.find((id) => !all.some((s) => s.id === id));
  if (unknown !== undefined)
    return misuse(`There is no incident ${unknown}. There are ${all.map((s) => s.id).join(', ')}.`);
  const chosen = all.filter((s) => positionals.length === 0 || positionals.includes(s.id));
  if (values.child !== undefined) {
    console.log(JSON.stringify(measured(all, values.child, signatures)));
    return 0;
  }
  const jobs = chosen.flatMap(({ id }) =>
    Array.from({ length: seeds }, (_, i) => ({
      label: `${id}, world ${i + 1}, ${signatures} signatures`,
      argv: ['calibration', '--child', `${id}/${i + 1}`, '--signatures', String(signatures)],
    })),
  );
  const results = (await runKept(jobs, values.kept, (label, done, of) =>
    console.error(`${done} of ${of}: ${label}`),
  )) as BeliefCase[][];
  const found = reliabilityOf(
    results.flat(),
    new Map(chosen.map((s) => [s.id, withNone(priorOf(s), NONE_PRIOR)])),
  );
  console.log(textOf(found));
  if (values.json) console.log(JSON.stringify(found));
  return isDeserved(found) ? 0 : 1;
}

function measured(
  all: readonly CompiledScenario[],
  child: string,
  signatures: number,
): BeliefCase[] {
  const [id, world] = child.split('/');
  const scenario = all.find((s) => s.id === id);
  if (scenario === undefined || world === undefined) throw new Error(`no case ${child}`);
  return casesOf(scenario, {
    signatures: Array.from({ length: signatures }, (_, i) => `signature-${i + 1}`),
    worlds: [`world-${world}`],
  });
}

function isDeserved({ ece, scenarios }: Reliability): boolean {
  return (
    ece <= WANTED_ECE &&
    scenarios.every((s) => s.logScore > Math.max(s.priorLogScore, s.naiveLogScore))
  );
}

function textOf(found: Reliability): string {
  return [
    `${found.cases} cases, expected calibration error ${found.ece.toFixed(3)} (at most ${WANTED_ECE})`,
    tableText(
      ['stated', 'mean stated', 'seen', 'share of all'],
      found.bins
        .filter((b) => b.weight > 0)
        .map((b) => [
          `from ${b.from.toFixed(1)}`,
          b.stated.toFixed(3),
          b.seen.toFixed(3),
          b.weight.toFixed(3),
        ]),
    ),
    tableText(
      ['incident', 'log score after the looks', 'of the prior', 'of naive Bayes'],
      found.scenarios.map((s) => [
        s.id,
        s.logScore.toFixed(3),
        s.priorLogScore.toFixed(3),
        s.naiveLogScore.toFixed(3),
      ]),
    ),
  ].join('\n\n');
}
