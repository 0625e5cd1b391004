/** `orders --write`: measures the rows the table lacks, and writes the table after each, so that a stopped run goes on. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { SeedOrders } from './measureOrders.ts';
import {
  GOLDEN_FILE,
  rowOf,
  seedName,
  simulatorStamp,
  TABLE_FILE,
  tableOf,
  validRows,
  type OrdersRow,
  type OrdersTable,
} from './ordersTable.ts';
import { runJobs, type Job } from './shards.ts';

/** `anew`: rows already there are measured again too. Gives the rows of these seeds, measured now or before. */
export async function writeTable(
  scenarios: readonly CompiledScenario[],
  seeds: number,
  anew: boolean,
  jobOf: (scenario: CompiledScenario, seed: string) => Job,
): Promise<OrdersRow[]> {
  const simulator = simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8'));
  const old = existsSync(TABLE_FILE)
    ? (JSON.parse(readFileSync(TABLE_FILE, 'utf8')) as OrdersTable)
    : null;
  const rows = anew ? [] : validRows(old, simulator, scenarios);
  const wanted = Array.from({ length: seeds }, (_, i) => seedName(i));
  const isKept = (id: string, seed: string): boolean =>
    rows.some((row) => row.scenario === id && row.seed === seed);
  const missing = wanted.flatMap((seed) =>
    scenarios
      .filter((scenario) => !isKept(scenario.id, seed))
      .map((scenario) => ({ ...jobOf(scenario, seed), scenario })),
  );
  const save = (): void => {
    const table = tableOf(simulator, scenarios, rows);
    writeFileSync(TABLE_FILE, `${JSON.stringify(table, null, 2)}\n`);
  };
  await runJobs(missing, (label, done, of, result, at) => {
    rows.push(rowOf(missing[at]!.scenario, result as SeedOrders));
    save();
    console.error(`${done} of ${of}: ${label}`);
  });
  save();
  return rows.filter((row) => wanted.includes(row.seed));
}
