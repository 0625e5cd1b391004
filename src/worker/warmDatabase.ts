/** The browser's own database as a store of warm pages, the newest few. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Snapshot } from '../session/snapshot.ts';
import type { WarmStore } from './warmPages.ts';

interface Schema extends DBSchema {
  pages: {
    key: string;
    value: { readonly key: string; readonly snapshot: Snapshot; readonly at: number };
    indexes: { at: number };
  };
}

/** Some thirty megabytes each. */
const KEPT = 4;

/** `now`: wall-clock milliseconds, to tell the older from the newer. */
export function warmDatabase(now: () => number): WarmStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>('blast-radius-warm', 1, {
      upgrade: (db) => {
        db.createObjectStore('pages', { keyPath: 'key' }).createIndex('at', 'at');
      },
    });
    return opened;
  };
  return {
    get: async (key) => {
      const db = await database();
      const known = await db.get('pages', key);
      if (known === undefined) return undefined;
      return known.snapshot;
    },
    put: async (key, snapshot) => {
      const db = await database();
      await db.put('pages', { key, snapshot, at: now() });
      const keys = await db.getAllKeysFromIndex('pages', 'at');
      for (const old of keys.slice(0, -KEPT)) await db.delete('pages', old);
    },
  };
}
