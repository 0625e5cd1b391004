/**
 * What of an incident does not hang on how it is played, worked out while it is: the worlds of its explanations, and the
 * table of what each line of play would cost in them. One thread at a time works on it, and begins nothing while there are
 * moves, for the player comes first.
 */
import { hashString } from '../determinism/hash.ts';
import type { IncidentTable } from '../analysis/marks/incidentTable.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { SIMULATOR_VERSION } from '../session/recordingFormat.ts';
import type { Run } from '../session/run.ts';
import type { RemoteAnalyst } from './remoteAnalyst.ts';
import { tableShared, warmShared } from './sharedBelief.ts';
import { createTurns } from './turns.ts';

/** Where tables are kept; a page's database, a test's map. */
export interface TableStore {
  get(key: string): Promise<IncidentTable | undefined>;
  put(key: string, table: IncidentTable): Promise<void>;
}

/** What a table goes by: all that is in the incident, and all that makes its worlds. `build`: names the code. */
export function tableKey(build: string, scenario: CompiledScenario): string {
  return hashString(JSON.stringify(['table', build, SIMULATOR_VERSION, scenario]));
}

export interface KeptTables {
  readonly store: TableStore;
  readonly build: string;
}

export interface Preparation {
  readonly analysts: readonly RemoteAnalyst[];
  readonly isFor: (scenario: CompiledScenario) => boolean;
  /** All threads at once from here on: somebody waits for it. Fails where a thread died. */
  readonly table: () => Promise<IncidentTable>;
  readonly close: () => void;
}

export interface Ahead {
  /** Absent: tables are not kept. */
  readonly tables?: KeptTables;
  /** Resolves when nobody has asked for anything for a while; absent: there is nobody. */
  readonly quiet?: () => Promise<void>;
}

/** `page`: the run at its page, which stays as it is. The analysts are the preparation's from here on. */
export function prepare(
  page: Run,
  analysts: readonly RemoteAnalyst[],
  { tables: kept, quiet }: Ahead,
): Preparation {
  const { scenario } = page;
  const incident = JSON.stringify(scenario);
  const turns = createTurns(quiet);
  const made = async (): Promise<IncidentTable> => {
    const key = kept === undefined ? '' : tableKey(kept.build, scenario);
    const known = await kept?.store.get(key).catch(() => undefined);
    await warmShared(page, analysts, turns);
    if (known !== undefined) return known;
    const table = await tableShared(page, analysts, () => undefined, turns);
    kept?.store.put(key, table).catch(() => undefined);
    return table;
  };
  const table = made();
  // Nobody may ever ask for it; whoever does hears of what went wrong.
  table.catch(() => undefined);
  return {
    analysts,
    isFor: (other) => JSON.stringify(other) === incident,
    table() {
      turns.hurry();
      return table;
    },
    close: () => analysts.forEach((analyst) => analyst.close()),
  };
}
