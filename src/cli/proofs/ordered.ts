/** What lines of play come to, where the table of orders knows it already: ten worlds of each where a report has three. */
import { existsSync, readFileSync } from 'node:fs';
import type { LinesHarm } from '../../proof/evidence.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { simulatorNow, validRows } from '../measuredTable.ts';
import { TABLE_FILE, scenarioStamp, type OrdersTable } from '../ordersTable.ts';

/** None away from the repository, and where the table has nothing of this incident as it is. */
export function orderedAlready(scenario: CompiledScenario): LinesHarm[] {
  if (!existsSync(TABLE_FILE)) return [];
  const table = JSON.parse(readFileSync(TABLE_FILE, 'utf8')) as OrdersTable;
  return validRows(table, simulatorNow(), [scenario], scenarioStamp).map((row): LinesHarm => ({
    seed: row.seed,
    nothing: { harm: row.nothing },
    rollback: { harm: row.rollback },
    references: row.references,
  }));
}
