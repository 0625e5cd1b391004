/**
 * What can be worked out of an incident while it is played: the worlds of its explanations, the table of what each line of
 * play would cost in them, and what they foretell of each look as it is taken. One thread at a time works on it, and begins
 * nothing while there are moves, for the player comes first.
 */
import { hashString } from '../determinism/hash.ts';
import { queryName, type AtQuery } from '../analysis/belief/foretold.ts';
import { queriesOfRun } from '../analysis/marks/asked.ts';
import type { IncidentTable } from '../analysis/marks/incidentTable.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { SIMULATOR_VERSION } from '../session/recordingFormat.ts';
import type { Run } from '../session/run.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { foretellShared, tableShared } from './sharedBelief.ts';
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
  /** What a run has read so far is foretold as well. */
  readonly read: (run: Run) => void;
  readonly close: () => void;
}

export interface Ahead {
  /** Absent: tables are not kept. */
  readonly tables?: KeptTables;
  /** Resolves when nobody has asked for anything for a while; absent: there is nobody. */
  readonly quiet?: () => Promise<void>;
}

/** Nobody watches what is worked out ahead. */
const unseen: OnProgress = () => undefined;

/** `page`: the run at its page, which stays as it is. The analysts are the preparation's from here on. */
export function prepare(
  page: Run,
  analysts: readonly RemoteAnalyst[],
  { tables: kept, quiet }: Ahead,
): Preparation {
  const { scenario } = page;
  const incident = JSON.stringify(scenario);
  const turns = createTurns(quiet);
  const ahead = (queries: readonly AtQuery[]): Promise<unknown> =>
    foretellShared(scenario, queries, analysts, unseen, turns);
  const warmed = ahead([]);
  const made = async (): Promise<IncidentTable> => {
    const key = kept === undefined ? '' : tableKey(kept.build, scenario);
    const known = await kept?.store.get(key).catch(() => undefined);
    await warmed;
    if (known !== undefined) return known;
    const table = await tableShared(page, analysts, unseen, turns);
    kept?.store.put(key, table).catch(() => undefined);
    return table;
  };
  const table = made();
  // Nobody may ever ask for it; whoever does hears of what went wrong.
  table.catch(() => undefined);
  const asked = new Set<string>();
  // Where a thread died, whoever waits for the table hears of it.
  let reading = warmed.catch(() => undefined);
  return {
    analysts,
    isFor: (other) => JSON.stringify(other) === incident,
    table() {
      turns.hurry();
      return table;
    },
    read(run) {
      reading = reading
        .then(() => {
          const fresh = queriesOfRun(run).filter((query) => !asked.has(queryName(query)));
          for (const query of fresh) asked.add(queryName(query));
          return fresh.length === 0 ? undefined : ahead(fresh);
        })
        .catch(() => undefined);
    },
    close: () => analysts.forEach((analyst) => analyst.close()),
  };
}
