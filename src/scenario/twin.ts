/**
 * Twins in a file: the same page, cast and change list, and another cause. A twin is the whole document with some parts
 * said anew, so that every rule holds for it as for any other; what is found in it is told at the place it is written.
 */
import { valueAt } from './paths.ts';
import type { Complaint, Path } from './source.ts';
import { TWIN_PARTS } from './twinParts.ts';

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document as its twin has it, of any shape; null where it has none. */
export function twinData(data: unknown): unknown {
  if (!isMapping(data) || !isMapping(data['twin'])) return null;
  const { twin, ...own } = data as Mapping & { twin: Mapping };
  const said = Object.fromEntries(
    TWIN_PARTS.filter((part) => Object.hasOwn(twin, part)).map((part) => [part, twin[part]]),
  );
  return { ...own, ...said, changes: changesOf(own['changes'], twin['guilty']) };
}

/** The document without its twin. */
export function withoutTwin(data: unknown): unknown {
  if (!isMapping(data)) return data;
  const { twin: _twin, ...own } = data;
  return own;
}

function changesOf(changes: unknown, guilty: unknown): unknown {
  if (!Array.isArray(changes)) return changes;
  const named: readonly unknown[] = Array.isArray(guilty) ? guilty : [];
  return changes.map((change: unknown) =>
    isMapping(change) ? { ...change, guilty: named.includes(change['id']) } : change,
  );
}

/** Where something found in a twin is written. */
export function placeInFile(data: unknown, complaint: Complaint): Complaint {
  const [part] = complaint.path;
  const written = typeof part === 'string' && valueAt(data, ['twin', part]) !== undefined;
  const path: Path = written ? ['twin', ...complaint.path] : complaint.path;
  return { ...complaint, path };
}

/** Changes that the twin calls guilty and nobody lists. */
export function strangersIn(data: unknown): Complaint[] {
  const guilty = valueAt(data, ['twin', 'guilty']);
  const changes = valueAt(data, ['changes']);
  if (!Array.isArray(guilty) || !Array.isArray(changes)) return [];
  const known = new Set(changes.map((change: unknown) => valueAt(change, ['id'])));
  return guilty.flatMap((id: unknown, k): Complaint[] =>
    typeof id !== 'string' || known.has(id)
      ? []
      : [{ code: 'SCN062', path: ['twin', 'guilty', k], found: 'no change of this id' }],
  );
}
