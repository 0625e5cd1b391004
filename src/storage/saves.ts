/**
 * Saved runs. Every accepted move is written down at once, with the unsent drafts, so that a reload loses nothing.
 * Where the browser gives no database (private windows, full disks) the runs live as long as the page and the page
 * says so.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Command, RadiusClaim } from '../session/commands.ts';

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
  readonly closed: boolean;
  /** Simulated time of the last move, e.g. `Tue 14:23`. */
  readonly atLabel: string;
  /** Wall-clock milliseconds. */
  readonly startedAt: number;
  readonly updatedAt: number;
}

export interface Saves {
  /** False: nothing outlives this page. */
  readonly lasting: boolean;
  put(run: SavedRun): Promise<void>;
  get(id: string): Promise<SavedRun | undefined>;
  /** Newest first. */
  list(): Promise<readonly SavedRun[]>;
  remove(id: string): Promise<void>;
}

interface Schema extends DBSchema {
  runs: { key: string; value: SavedRun; indexes: { updatedAt: number } };
}

const newestFirst = (a: SavedRun, b: SavedRun): number => b.updatedAt - a.updatedAt;

export const memorySaves = (): Saves => {
  const runs = new Map<string, SavedRun>();
  return {
    lasting: false,
    put: async (run) => void runs.set(run.id, run),
    get: async (id) => runs.get(id),
    list: async () => [...runs.values()].toSorted(newestFirst),
    remove: async (id) => void runs.delete(id),
  };
};

const databaseSaves = (database: IDBPDatabase<Schema>): Saves => ({
  lasting: true,
  put: async (run) => void (await database.put('runs', run)),
  get: async (id) => database.get('runs', id),
  list: async () => (await database.getAllFromIndex('runs', 'updatedAt')).toReversed(),
  remove: async (id) => database.delete('runs', id),
});

export const openSaves = async (): Promise<Saves> => {
  try {
    return databaseSaves(
      await openDB<Schema>('blast-radius', 1, {
        upgrade: (database) => {
          database
            .createObjectStore('runs', { keyPath: 'id' })
            .createIndex('updatedAt', 'updatedAt');
        },
      }),
    );
  } catch {
    return memorySaves();
  }
};
