/**
 * Saved runs. Every accepted move is written down at once, with the unsent drafts, so that a reload loses nothing.
 * Where the browser gives no database (private windows, full disks) the runs live as long as the page and the page
 * says so.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { RunRecord } from '../scoring/debrief.ts';
import type { Command, NoteDraft, RadiusClaim } from '../session/commands.ts';

export interface SavedRun {
  readonly id: string;
  readonly scenario: string;
  readonly seed: string;
  readonly callSign: string;
  readonly commands: readonly Command[];
  /** The radius as drawn but not declared. */
  readonly draft: RadiusClaim | null;
  /** Words of the player's own, kept with the run: scratch notes. */
  readonly scratch: string;
  /** A status note that was begun and not sent. */
  readonly note?: NoteDraft;
  readonly closed: boolean;
  /** Came by a link or a file: whoever has this browser need not have played it. */
  readonly opened?: true;
  /** Simulated time of the last move, e.g. `Tue 14:23`. */
  readonly atLabel: string;
  /** Wall-clock milliseconds. */
  readonly startedAt: number;
  readonly updatedAt: number;
}

/** What the board said of a run, kept for what only several runs can show. */
export interface JudgedRun {
  /** Of the run. */
  readonly id: string;
  readonly scenario: string;
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly record: RunRecord;
}

export interface Saves {
  /** False: nothing outlives this page. */
  readonly lasting: boolean;
  put(run: SavedRun): Promise<void>;
  get(id: string): Promise<SavedRun | undefined>;
  /** Newest first. */
  list(): Promise<readonly SavedRun[]>;
  /** With what the board said of it. */
  remove(id: string): Promise<void>;
  /** The first judgement of a run stays: what follows it was played knowing better. */
  judge(run: JudgedRun): Promise<void>;
  /** Adds to a run's judgement what takes longer to work out; what it holds already stays. Nothing where there is none. */
  complete(id: string, later: Partial<RunRecord>): Promise<void>;
  /** Oldest first. */
  judged(): Promise<readonly JudgedRun[]>;
}

interface Schema extends DBSchema {
  runs: { key: string; value: SavedRun; indexes: { updatedAt: number } };
  judged: { key: string; value: JudgedRun };
}

const newestFirst = (a: SavedRun, b: SavedRun): number => b.updatedAt - a.updatedAt;

const oldestFirst = (a: JudgedRun, b: JudgedRun): number => a.at - b.at;

const completed = (known: JudgedRun, later: Partial<RunRecord>): JudgedRun => ({
  ...known,
  record: { ...later, ...known.record },
});

export const memorySaves = (): Saves => {
  const runs = new Map<string, SavedRun>();
  const judged = new Map<string, JudgedRun>();
  return {
    lasting: false,
    put: async (run) => void runs.set(run.id, run),
    get: async (id) => runs.get(id),
    list: async () => [...runs.values()].toSorted(newestFirst),
    remove: async (id) => {
      runs.delete(id);
      judged.delete(id);
    },
    judge: async (run) => void (judged.has(run.id) || judged.set(run.id, run)),
    complete: async (id, later) => {
      const known = judged.get(id);
      if (known !== undefined) judged.set(id, completed(known, later));
    },
    judged: async () => [...judged.values()].toSorted(oldestFirst),
  };
};

const databaseSaves = (database: IDBPDatabase<Schema>): Saves => ({
  lasting: true,
  put: async (run) => void (await database.put('runs', run)),
  get: async (id) => database.get('runs', id),
  list: async () => (await database.getAllFromIndex('runs', 'updatedAt')).toReversed(),
  remove: async (id) => {
    await database.delete('runs', id);
    await database.delete('judged', id);
  },
  judge: async (run) => {
    const work = database.transaction('judged', 'readwrite');
    if ((await work.store.get(run.id)) === undefined) await work.store.put(run);
    await work.done;
  },
  complete: async (id, later) => {
    const work = database.transaction('judged', 'readwrite');
    const known = await work.store.get(id);
    if (known !== undefined) await work.store.put(completed(known, later));
    await work.done;
  },
  judged: async () => (await database.getAll('judged')).toSorted(oldestFirst),
});

export const openSaves = async (): Promise<Saves> => {
  try {
    return databaseSaves(
      await openDB<Schema>('blast-radius', 2, {
        upgrade: (database, from) => {
          if (from < 1)
            database
              .createObjectStore('runs', { keyPath: 'id' })
              .createIndex('updatedAt', 'updatedAt');
          if (from < 2) database.createObjectStore('judged', { keyPath: 'id' });
        },
      }),
    );
  } catch {
    return memorySaves();
  }
};
