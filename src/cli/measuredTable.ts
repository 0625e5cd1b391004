/**
 * Tables of what was measured, row by row of incident and seed, with what it was measured on. Measuring takes longer than
 * a check may, so tables are kept in the repository and tests hold them to be true.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Hasher } from '../determinism/hash.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { runJobs, type Job } from './shards.ts';

/** State hashes of two worlds, day by day: what tells one simulator from another. */
export const GOLDEN_FILE = 'test/golden/world.golden.json';

export interface MeasuredRow {
  readonly scenario: string;
  readonly seed: string;
}

export interface MeasuredTable<Row extends MeasuredRow> {
  readonly simulator: string;
  /** By incident: a stamp of what its rows depend on. */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** Stamp of what the rows of an incident depend on, beside the simulator. */
export type StampOf = (scenario: CompiledScenario) => string;

/** `golden`: the text of the file of state hashes. */
export function simulatorStamp(golden: string): string {
  return new Hasher().string(JSON.stringify(JSON.parse(golden))).digest();
}

/** Of the simulator as it is; empty away from the repository. */
export function simulatorNow(): string {
  return existsSync(GOLDEN_FILE) ? simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8')) : '';
}

export const seedName = (index: number): string => `seed-${index + 1}`;
/** The first so many seeds. */
export const seedNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => seedName(i));
const seedNumber = (seed: string): number => Number(seed.slice('seed-'.length));

/** The rows of a table that were measured on this simulator and these incidents. */
export function validRows<Row extends MeasuredRow>(
  table: MeasuredTable<Row> | null,
  simulator: string,
  scenarios: readonly CompiledScenario[],
  stampOf: StampOf,
): Row[] {
  if (table?.simulator !== simulator) return [];
  const sound = new Set(
    scenarios.filter((s) => table.scenarios[s.id] === stampOf(s)).map((s) => s.id),
  );
  return table.rows.filter((row) => sound.has(row.scenario));
}

/** What a file holds; null where there is none. */
function readTable<Row extends MeasuredRow>(file: string): MeasuredTable<Row> | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MeasuredTable<Row>) : null;
}

/**
 * The rows a table holds of an incident as it is. Files are read once: whoever asks goes through a library incident by
 * incident, and measures nothing into them meanwhile.
 */
export function rowsKnown<Row extends MeasuredRow>(
  file: string,
  stampOf: StampOf,
): (scenario: CompiledScenario) => Row[] {
  let read: { readonly table: MeasuredTable<Row> | null; readonly simulator: string } | null = null;
  return (scenario) => {
    read ??= { table: readTable<Row>(file), simulator: simulatorNow() };
    return validRows(read.table, read.simulator, [scenario], stampOf);
  };
}

/** Rows by seed, and within a seed by incident: neighbours are of different incidents. */
export function tableOf<Row extends MeasuredRow>(
  simulator: string,
  scenarios: readonly CompiledScenario[],
  rows: readonly Row[],
  stampOf: StampOf,
): MeasuredTable<Row> {
  const place = (row: Row): number =>
    seedNumber(row.seed) * scenarios.length + scenarios.findIndex((s) => s.id === row.scenario);
  return {
    simulator,
    scenarios: Object.fromEntries(scenarios.map((s) => [s.id, stampOf(s)])),
    rows: rows.toSorted((a, b) => place(a) - place(b)),
  };
}

export interface Measuring<Row extends MeasuredRow> {
  readonly file: string;
  /** All that have rows in it. */
  readonly scenarios: readonly CompiledScenario[];
  /** Those that are measured; absent: all. */
  readonly only?: readonly CompiledScenario[];
  readonly seeds: number;
  /** Rows already there of what is measured are measured again too. */
  readonly anew: boolean;
  readonly stampOf: StampOf;
  /** Seeds of an incident that one job measures at most. */
  readonly together: number;
  readonly jobOf: (scenario: CompiledScenario, seeds: readonly string[]) => Job;
  readonly rowsOf: (scenario: CompiledScenario, measured: unknown) => readonly Row[];
}

interface Lack {
  readonly scenario: CompiledScenario;
  readonly seeds: readonly string[];
}

/**
 * What has no row yet, some seeds of each incident after some of all others, so that a run that is stopped has about as many
 * of one as of another.
 */
export function lackOf(
  rows: readonly MeasuredRow[],
  scenarios: readonly CompiledScenario[],
  seeds: number,
  together: number,
): Lack[] {
  const has = new Set(rows.map((row) => JSON.stringify([row.scenario, row.seed])));
  const rounds = Array.from({ length: Math.ceil(seeds / together) }, (_, round) =>
    seedNames(seeds).slice(round * together, (round + 1) * together),
  );
  return rounds.flatMap((names) =>
    scenarios
      .map((scenario) => ({
        scenario,
        seeds: names.filter((seed) => !has.has(JSON.stringify([scenario.id, seed]))),
      }))
      .filter((lack) => lack.seeds.length > 0),
  );
}

/**
 * Measures the rows a table lacks of these seeds and writes it after each job, so that a stopped run goes on. Gives all it then
 * holds, of further seeds too: what is published says all that is known.
 */
export async function measureMissing<Row extends MeasuredRow>(
  measuring: Measuring<Row>,
): Promise<Row[]> {
  const { file, scenarios, only = scenarios, anew, stampOf } = measuring;
  const simulator = simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8'));
  const rows = validRows(readTable<Row>(file), simulator, scenarios, stampOf).filter(
    (row) => !anew || !only.some(({ id }) => id === row.scenario),
  );
  const missing = lackOf(rows, only, measuring.seeds, measuring.together).map((lack) => ({
    ...measuring.jobOf(lack.scenario, lack.seeds),
    scenario: lack.scenario,
  }));
  const save = (): void => {
    const table = tableOf(simulator, scenarios, rows, stampOf);
    writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
  };
  await runJobs(missing, (label, done, of, result, at) => {
    rows.push(...measuring.rowsOf(missing[at]!.scenario, result));
    save();
    console.error(`${done} of ${of}: ${label}`);
  });
  save();
  return rows;
}
