/** The browser's own database as a store of warm pages, the newest few, and of tables of incidents. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Snapshot } from '../session/snapshot.ts';
import type { IncidentTable } from '../analysis/marks/incidentTable.ts';
import type { TableStore } from './preparation.ts';
import type { WarmStore } from './warmPages.ts';

interface Schema extends DBSchema {
  pages: {
    key: string;
    value: { readonly key: string; readonly snapshot: Snapshot; readonly at: number };
    indexes: { at: number };
  };
  tables: {
    key: string;
    value: { readonly key: string; readonly table: IncidentTable; readonly at: number };
    indexes: { at: number };
  };
}

/** Some thirty megabytes each. */
const KEPT = 4;
/** Some kilobytes each; a few builds of every incident. */
const KEPT_TABLES = 200;

/** `now`: wall-clock milliseconds, to tell the older from the newer. */
export function warmDatabase(now: () => number): {
  readonly pages: WarmStore;
  readonly tables: TableStore;
} {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>('blast-radius-warm', 2, {
      upgrade: (db, from) => {
        if (from < 1) db.createObjectStore('pages', { keyPath: 'key' }).createIndex('at', 'at');
        if (from < 2) db.createObjectStore('tables', { keyPath: 'key' }).createIndex('at', 'at');
      },
    });
    return opened;
  };
  const forget = async (store: 'pages' | 'tables', kept: number): Promise<void> => {
    const db = await database();
    const keys = await db.getAllKeysFromIndex(store, 'at');
    for (const old of keys.slice(0, -kept)) await db.delete(store, old);
  };
  return {
    pages: {
      get: async (key) => (await (await database()).get('pages', key))?.snapshot,
      put: async (key, snapshot) => {
        await (await database()).put('pages', { key, snapshot, at: now() });
        await forget('pages', KEPT);
      },
    },
    tables: {
      get: async (key) => (await (await database()).get('tables', key))?.table,
      put: async (key, table) => {
        await (await database()).put('tables', { key, table, at: now() });
        await forget('tables', KEPT_TABLES);
      },
    },
  };
}
