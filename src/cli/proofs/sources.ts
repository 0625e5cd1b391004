/**
 * Which files decide what a measurement says: what its module reads, and what those read, and so on. Used when the
 * command line is built; it reads the disk.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A name in quotes after `from`, `import` or `import(`: all forms in which a module here names another file. */
const NAMED = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

/** The file and all it rests on, sorted. Imports of types count: they cost nothing, and telling them apart could err. */
export function sourcesOf(entry: string): string[] {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(NAMED))
      if (name!.endsWith('.ts')) waiting.push(join(dirname(file), name!));
  }
  return [...found].toSorted();
}

/** Name of what these files say, below `root`. */
export function sourcesHash(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}
