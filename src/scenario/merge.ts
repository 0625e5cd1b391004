/**
 * A scenario over its archetype, as plain data in which every value still knows where it stands. Mappings are merged key
 * by key; a list of entries that have a name each is joined by the names, the scenario's own first; anything else the
 * scenario writes takes the place of what the archetype says.
 */
import { valueAt } from './paths.ts';
import { pathKey, type Complaint, type Path, type SourceMap } from './source.ts';
import type { Diagnostic } from './diagnostics.ts';

/** Data and the file it stands in. */
export interface Written {
  readonly data: unknown;
  readonly source: SourceMap;
}

/** Places of merged values, and how a complaint about one is made. */
export interface Places {
  readonly has: (path: Path) => boolean;
  readonly complain: (complaint: Complaint) => Diagnostic;
}

export interface Merged {
  readonly data: unknown;
  readonly places: Places;
}

/** Keys that name an entry of a list, the first that all entries have. */
const NAMES = ['id', 'build', 'version'] as const;
/** In an archetype: `as: page` stands for what the scenario's own alert rule reads. */
const AS = 'as';
const PAGE_READS = ['metric', 'scope', 'surface'] as const;

interface Origin {
  readonly source: SourceMap;
  readonly path: Path;
}

export function merge(archetype: Written, scenario: Written): Merged {
  const origins = new Map<string, Origin>();
  const note = (at: Path, { source }: Written, path: Path): void => {
    origins.set(pathKey(at), { source, path });
  };

  /** Copies a value of one file, noting where each part of it stands. */
  const copy = (value: unknown, at: Path, from: Written, path: Path): unknown => {
    note(at, from, path);
    if (Array.isArray(value))
      return value.map((item, i) => copy(item, [...at, i], from, [...path, i]));
    if (typeof value !== 'object' || value === null) return value;
    const parts = Object.entries(value).filter(([key]) => !isAsPage(value, key, from));
    const result: Record<string, unknown> = {};
    for (const [key, inner] of parts) result[key] = copy(inner, [...at, key], from, [...path, key]);
    if (parts.length < Object.keys(value).length)
      for (const key of PAGE_READS) {
        const read: Path = ['page', 'rule', key];
        const shown = valueAt(scenario.data, read);
        if (shown !== undefined) result[key] = copy(shown, [...at, key], scenario, read);
      }
    return result;
  };
  const isAsPage = (value: object, key: string, from: Written): boolean =>
    from === archetype && key === AS && (value as Record<string, unknown>)[AS] === 'page';

  const over = (below: unknown, above: unknown, at: Path, low: Path, high: Path): unknown => {
    if (above === undefined) return copy(below, at, archetype, low);
    if (below === undefined) return copy(above, at, scenario, high);
    if (isMapping(below) && isMapping(above)) {
      note(at, scenario, high);
      const result: Record<string, unknown> = {};
      for (const key of new Set([...Object.keys(above), ...Object.keys(below)]))
        result[key] = over(below[key], above[key], [...at, key], [...low, key], [...high, key]);
      return result;
    }
    const name = nameOfEntries(below, above);
    if (name === null) return copy(above, at, scenario, high);
    note(at, scenario, high);
    const own = above as readonly Record<string, unknown>[];
    const others = below as readonly Record<string, unknown>[];
    const taken = new Set(own.map((entry) => entry[name]));
    const left = others.flatMap((entry, i) => (taken.has(entry[name]) ? [] : [{ entry, i }]));
    return [
      ...own.map((entry, i) => copy(entry, [...at, i], scenario, [...high, i])),
      ...left.map(({ entry, i }, k) =>
        copy(entry, [...at, own.length + k], archetype, [...low, i]),
      ),
    ];
  };

  const data = over(archetype.data, scenario.data, [], [], []);
  return { data, places: placesOf(origins, scenario) };
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The key by which the entries of both lists are called; null where not all have one. */
function nameOfEntries(a: unknown, b: unknown): (typeof NAMES)[number] | null {
  if (!Array.isArray(a) || !Array.isArray(b)) return null;
  const entries: readonly unknown[] = [...(a as unknown[]), ...(b as unknown[])];
  return (
    NAMES.find((name) => entries.every((e) => isMapping(e) && typeof e[name] === 'string')) ?? null
  );
}

/** Of a file that stands alone. */
export function placesIn(source: SourceMap): Places {
  return {
    has: (path) => source.has(path),
    complain: (complaint) => source.complain(complaint),
  };
}

function placesOf(origins: ReadonlyMap<string, Origin>, scenario: Written): Places {
  const originOf = (path: Path): Origin => {
    for (let depth = path.length; depth > 0; depth--) {
      const found = origins.get(pathKey(path.slice(0, depth)));
      if (found !== undefined)
        return { source: found.source, path: [...found.path, ...path.slice(depth)] };
    }
    return { source: scenario.source, path };
  };
  return {
    has: (path) => {
      const { source, path: at } = originOf(path);
      return source.has(at);
    },
    complain: (complaint) => {
      const { source, path } = originOf(complaint.path);
      return source.complain({ ...complaint, path });
    },
  };
}
