/** Folders of things made once and used by every test file after: their names hold a hash of all they were made from. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What was made from code that is gone is forgotten after this many milliseconds. */
const KEPT_FOR = 24 * 3_600_000;

/** A short name for all of these together. */
export function nameOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** Where a thing of a kind is kept; there is a folder there once it was made. */
export function keptFolder(kind: string, name: string): string {
  return resolve('node_modules', '.cache', 'blast-radius', kind, name);
}

/** An empty folder to make it in. Beside, since files run side by side and none may find half of it. */
export function draftOf(folder: string): string {
  const shelf = dirname(folder);
  mkdirSync(shelf, { recursive: true });
  forgetOld(shelf);
  return mkdtempSync(join(shelf, 'draft-'));
}

/** Puts what was made in its place. */
export function settle(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another file was first: its folder is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function forgetOld(shelf: string): void {
  for (const name of readdirSync(shelf)) {
    const folder = join(shelf, name);
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - made > KEPT_FOR) rmSync(folder, { recursive: true, force: true });
  }
}
