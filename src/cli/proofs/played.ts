/** What scripted players come to, where the table of validity knows it already: the same players in the same worlds. */
import { existsSync, readFileSync } from 'node:fs';
import type { PlayersEvidence } from '../../proof/measure/players.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { simulatorNow, validRows } from '../measuredTable.ts';
import { playedStamp, VALIDITY_FILE, type ValidityTable } from '../validityTable.ts';

/** Null away from the repository, and where the table has nothing of this incident as it is on this seed. */
export function playedAlready(scenario: CompiledScenario, seed: string): PlayersEvidence | null {
  if (!existsSync(VALIDITY_FILE)) return null;
  const table = JSON.parse(readFileSync(VALIDITY_FILE, 'utf8')) as ValidityTable;
  const row = validRows(table, simulatorNow(), [scenario], playedStamp).find(
    (r) => r.seed === seed,
  );
  return row === undefined ? null : { seed, harms: row.bots };
}
