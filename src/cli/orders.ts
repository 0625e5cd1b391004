/**
 * `orders`: does every incident order its lines of play as it says it does, seed by seed? `--seeds n`, `--json`,
 * `--everything` adds the line that pulls every lever, `--preset standard` the full-size world. `--write` keeps the
 * results in the table of the tests and measures only what that lacks; `--anew` measures the rest again too.
 */
import { callSigns, namedScenarios } from './library.ts';
import type { CommandLine } from './commandLine.ts';
import { measureOrders, type SeedOrders } from './measureOrders.ts';
import { seedNames } from './measuredTable.ts';
import { TABLE_SEEDS, writeTable } from './ordersTable.ts';
import { misuse, readOptions, wholeNumber } from './options.ts';
import { claimsOf, sparedByRollback } from './orderWords.ts';
import { runJobs, type Job } from './shards.ts';
import { tableText } from './table.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';

export const orders: CommandLine = {
  name: 'orders',
  help: 'harm of every line of play, seed by seed; --seeds n, --everything, --preset, --write, --json',
  run,
};

const OPTIONS = {
  seeds: { type: 'string' },
  write: { type: 'boolean', default: false },
  anew: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  everything: { type: 'boolean', default: false },
  preset: { type: 'string', default: 'check' },
  /** One measurement in this process, as JSON: how the parent's children are asked. */
  child: { type: 'string' },
} as const;

const MOST_SEEDS = 200;
const USUAL_SEEDS = 3;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return misuse(read.message);
  const { values, positionals } = read;
  const usual = String(values.write ? TABLE_SEEDS : USUAL_SEEDS);
  const seeds = wholeNumber(values.seeds ?? usual, 1, MOST_SEEDS);
  if (seeds === null) return misuse(`--seeds is a whole number from 1 to ${MOST_SEEDS}.`);
  const { preset } = values;
  if (preset !== 'check' && preset !== 'standard') return misuse('--preset is check or standard.');
  if (values.write && (positionals.length > 0 || values.everything || preset !== 'check'))
    return misuse('--write measures every incident in the small world, and nothing else.');
  const named = await namedScenarios(positionals);
  if (!named.ok) return misuse(named.message);
  const { scenarios } = named;
  if (values.child !== undefined) {
    const [scenario] = scenarios;
    if (scenario === undefined) return misuse(callSigns().join('\n'));
    console.log(JSON.stringify(measureOrders(scenario, values.child, preset, values.everything)));
    return 0;
  }
  const jobOf = (scenario: CompiledScenario, seed: string): Job => ({
    label: `${scenario.callSign}, ${seed}`,
    argv: [
      'orders',
      scenario.id,
      '--child',
      seed,
      '--preset',
      preset,
      ...(values.everything ? ['--everything'] : []),
    ],
  });
  const results: readonly SeedOrders[] = values.write
    ? await writeTable(scenarios, seeds, values.anew, jobOf)
    : ((await runJobs(
        scenarios.flatMap((s) => seedNames(seeds).map((seed) => jobOf(s, seed))),
        (label, done, of) => console.error(`${done} of ${of}: ${label}`),
      )) as SeedOrders[]);
  const report = scenarios.map((scenario) =>
    summary(
      scenario,
      results.filter((r) => r.scenario === scenario.id),
    ),
  );
  for (const part of report) console.log(`${part.text}\n`);
  const refuted = report.flatMap((r) => r.claims).filter((c) => c.held < c.of).length;
  if (values.json)
    console.log(
      JSON.stringify({
        preset,
        seeds,
        refuted,
        scenarios: report.map(({ scenario, claims, lines }) => ({ scenario, claims, lines })),
        results,
      }),
    );
  // A table is written whatever it says: its test is what judges it.
  return refuted > 0 && !values.write ? 1 : 0;
}

interface Summary {
  readonly scenario: string;
  readonly text: string;
  readonly lines: readonly {
    readonly line: string;
    readonly median: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly claims: readonly { readonly id: string; readonly held: number; readonly of: number }[];
}

function summary(scenario: CompiledScenario, results: readonly SeedOrders[]): Summary {
  const column = (line: string, value: (o: SeedOrders) => number): Summary['lines'][number] => {
    const sorted = results.map(value).toSorted((a, b) => a - b);
    const at = (sorted.length - 1) / 2;
    return {
      line,
      median: (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2,
      low: sorted[0]!,
      high: sorted[sorted.length - 1]!,
    };
  };
  const harmOf = (list: SeedOrders['wrong'], id: string): number =>
    list.find((l) => l.line === id)?.harm ?? NaN;
  const lines = [
    column('nothing', (o) => o.nothing),
    column('rollback', (o) => o.rollback),
    column('reference', (o) => o.reference),
    ...scenario.references.map((l) => column(`  ${l.id}`, (o) => harmOf(o.references, l.id))),
    ...scenario.wrong.map((l) => column(`wrong: ${l.id}`, (o) => harmOf(o.wrong, l.id))),
    ...(results[0]?.everything === null
      ? []
      : [column('everything at once', (o) => o.everything ?? NaN)]),
    column('spared by rollback (share)', sparedByRollback),
  ];
  const claims = claimsOf(scenario).map(({ id, holds }) => ({
    id,
    held: results.filter(holds).length,
    of: results.length,
  }));
  const figure = (n: number): string => n.toFixed(3).replace('-', '−');
  return {
    scenario: scenario.id,
    lines,
    claims,
    text: [
      `${scenario.id} (rollback: ${scenario.rollback}), harm in millions of saves, ${results.length} seeds`,
      tableText(
        ['line', 'median', 'least', 'most'],
        lines.map((l) => [l.line, figure(l.median), figure(l.low), figure(l.high)]),
      ),
      tableText(
        ['claim', 'holds on', 'of'],
        claims.map((c) => [c.id, String(c.held), String(c.of)]),
      ),
    ].join('\n'),
  };
}
