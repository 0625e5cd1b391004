/**
 * The table of measured orders: the harm of every line of play, seed by seed, with what it was measured on. Measuring
 * ten seeds of every incident takes half an hour, so the table is kept in the repository and a test holds it to be true.
 */
import { Hasher } from '../determinism/hash.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { SeedOrders } from './measureOrders.ts';
import { claimsOf } from './orderWords.ts';

export const TABLE_FILE = 'test/analysis/orders.measured.json';
/** State hashes of two worlds, day by day: what tells one simulator from another. */
export const GOLDEN_FILE = 'test/golden/world.golden.json';
/** Command that measures what the table lacks. */
export const WRITE_COMMAND = 'npm run orders -- --write';
/** Fewer seeds prove little of a claim that should hold on nine in ten. */
export const TABLE_SEEDS = 10;

export interface OrdersRow extends SeedOrders {
  /** By claim: does it hold on this seed? */
  readonly claims: Readonly<Record<string, boolean>>;
}

export interface OrdersTable {
  readonly simulator: string;
  /** By incident: a stamp of what its lines of play run on. */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly rows: readonly OrdersRow[];
}

/** `golden`: the text of the file of state hashes. */
export function simulatorStamp(golden: string): string {
  return new Hasher().string(JSON.stringify(JSON.parse(golden))).digest();
}

/** What lines of play run on. The rest of an incident is words and judgement, and may be mended without measuring. */
export function scenarioStamp(scenario: CompiledScenario): string {
  const { id, clock, world, faults, chart, references, wrong, rollback } = scenario;
  const runsOn = { id, clock, world, faults, chart, references, wrong, rollback };
  return new Hasher().string(JSON.stringify(runsOn)).digest();
}

export function rowOf(scenario: CompiledScenario, measured: SeedOrders): OrdersRow {
  const claims = claimsOf(scenario).map(({ id, holds }) => [id, holds(measured)] as const);
  return { ...measured, claims: Object.fromEntries(claims) };
}

/** The rows of a table that were measured on this simulator and these incidents. */
export function validRows(
  table: OrdersTable | null,
  simulator: string,
  scenarios: readonly CompiledScenario[],
): OrdersRow[] {
  if (table?.simulator !== simulator) return [];
  const sound = new Set(
    scenarios.filter((s) => table.scenarios[s.id] === scenarioStamp(s)).map((s) => s.id),
  );
  return table.rows.filter((row) => sound.has(row.scenario));
}

/** Rows by seed, and within a seed by incident: neighbours are of different incidents. */
export function tableOf(
  simulator: string,
  scenarios: readonly CompiledScenario[],
  rows: readonly OrdersRow[],
): OrdersTable {
  const place = (row: OrdersRow): number =>
    seedNumber(row.seed) * scenarios.length + scenarios.findIndex((s) => s.id === row.scenario);
  return {
    simulator,
    scenarios: Object.fromEntries(scenarios.map((s) => [s.id, scenarioStamp(s)])),
    rows: rows.toSorted((a, b) => place(a) - place(b)),
  };
}

export const seedName = (index: number): string => `seed-${index + 1}`;
const seedNumber = (seed: string): number => Number(seed.slice('seed-'.length));
