/** What scripted players come to, where the table of validity knows it already: the same players in the same worlds. */
import type { PlayersEvidence } from '../../proof/measure/players.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { rowsKnown } from '../measuredTable.ts';
import type { SeedValidity } from '../measureValidity.ts';
import { playedStamp, VALIDITY_FILE } from '../validityTable.ts';

const rowsOf = rowsKnown<SeedValidity>(VALIDITY_FILE, playedStamp);

/** Null away from the repository, and where the table has nothing of this incident as it is on this seed. */
export function playedAlready(scenario: CompiledScenario, seed: string): PlayersEvidence | null {
  const row = rowsOf(scenario).find((r) => r.seed === seed);
  return row === undefined ? null : { seed, harms: row.bots };
}
