/** What lines of play come to, where the table of orders knows it already: ten worlds of each where a report has three. */
import type { LinesHarm } from '../../proof/evidence.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { rowsKnown } from '../measuredTable.ts';
import { scenarioStamp, TABLE_FILE, type OrdersRow } from '../ordersTable.ts';

const rowsOf = rowsKnown<OrdersRow>(TABLE_FILE, scenarioStamp);

/** None away from the repository, and where the table has nothing of this incident as it is. */
export function orderedAlready(scenario: CompiledScenario): LinesHarm[] {
  return rowsOf(scenario).map((row): LinesHarm => ({
    seed: row.seed,
    nothing: { harm: row.nothing },
    rollback: { harm: row.rollback },
    references: row.references,
  }));
}
