/** The table of measured orders: the harm of every line of play, seed by seed. Ten seeds of all take half an hour. */
import { Hasher } from '../determinism/hash.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { measureMissing, type MeasuredTable } from './measuredTable.ts';
import type { SeedOrders } from './measureOrders.ts';
import { claimsOf } from './orderWords.ts';
import type { Job } from './shards.ts';

export const TABLE_FILE = 'test/analysis/orders.measured.json';
/** Command that measures what the table lacks. */
export const WRITE_COMMAND = 'npm run orders -- --write';
/** Fewer seeds prove little of a claim that should hold on nine in ten. */
export const TABLE_SEEDS = 10;

export interface OrdersRow extends SeedOrders {
  /** By claim: does it hold on this seed? */
  readonly claims: Readonly<Record<string, boolean>>;
}

export type OrdersTable = MeasuredTable<OrdersRow>;

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

/** `orders --write`. */
export function writeTable(
  scenarios: readonly CompiledScenario[],
  seeds: number,
  anew: boolean,
  jobOf: (scenario: CompiledScenario, seed: string) => Job,
): Promise<OrdersRow[]> {
  return measureMissing({
    file: TABLE_FILE,
    scenarios,
    seeds,
    anew,
    stampOf: scenarioStamp,
    together: 1,
    jobOf: (scenario, [seed]) => jobOf(scenario, seed!),
    rowsOf: (scenario, measured) => [rowOf(scenario, measured as SeedOrders)],
  });
}
