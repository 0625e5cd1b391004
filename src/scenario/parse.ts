/**
 * Text to plain data with the place of every value. The text may come from a link or an import, so size, depth and
 * number of values are limited, aliases and tags refused, and keys that touch prototypes never become keys.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { Diagnostic } from './diagnostics.ts';
import { SourceMap, type Path, type Span } from './source.ts';

export const LIMITS = {
  characters: 256 * 1024,
  values: 20_000,
  depth: 24,
  complaints: 100,
} as const;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export interface ParsedText {
  /** Plain data: mappings, lists, text, numbers, booleans, null. Undefined where the text could not be read. */
  readonly data: unknown;
  readonly source: SourceMap;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reader {
  readonly source: SourceMap;
  readonly diagnostics: Diagnostic[];
  values: number;
}

export function parseText(text: string, file: string): ParsedText {
  const source = new SourceMap(file, text.slice(0, LIMITS.characters));
  const start: Span = { start: 0, end: 1 };
  const refuse = (code: 'SCN001' | 'SCN002' | 'SCN003', found: string): ParsedText => ({
    data: undefined,
    source,
    diagnostics: [source.complainAt(start, { code, path: [], found })],
  });

  if (text.length > LIMITS.characters) return refuse('SCN002', `${text.length} characters`);

  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: true,
      prettyErrors: false,
    });
  } catch {
    // The parser recurses; absurd nesting exhausts the stack before any limit of ours can be looked at.
    return refuse('SCN003', 'nested too deeply to be read');
  }

  const diagnostics: Diagnostic[] = document.errors.map((error) => {
    const duplicate = error.code === 'DUPLICATE_KEY';
    const [from, to] = error.pos;
    const key = duplicate ? (/^[\w-]+/.exec(text.slice(from, from + 80))?.[0].length ?? 1) : 0;
    return source.complainAt(
      { start: from, end: duplicate ? from + key : to },
      {
        code: duplicate ? 'SCN006' : 'SCN001',
        path: [],
        found: duplicate ? 'already given above' : firstSentence(error.message),
      },
    );
  });
  if (diagnostics.some((diagnostic) => diagnostic.code === 'SCN001')) {
    return { data: undefined, source, diagnostics };
  }

  const reader: Reader = { source, diagnostics, values: 0 };
  const data = read(reader, document.contents, [], 0);
  if (reader.values > LIMITS.values) return refuse('SCN002', `more than ${LIMITS.values} values`);
  return { data, source, diagnostics };
}

const firstSentence = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/[.:]$/, '');

const spanOf = (range: readonly number[] | null | undefined): Span => {
  const start = range?.[0] ?? 0;
  return { start, end: Math.max(start + 1, range?.[1] ?? start + 1) };
};

function read(reader: Reader, node: unknown, path: Path, depth: number): unknown {
  reader.values += 1;
  if (reader.values > LIMITS.values) return undefined;
  const { source, diagnostics } = reader;
  const span = spanOf((node as { range?: readonly number[] } | null)?.range);
  const refuse = (code: 'SCN003' | 'SCN004', found: string): undefined => {
    diagnostics.push(source.complainAt(span, { code, path, found }));
    return undefined;
  };
  if (depth > LIMITS.depth) return refuse('SCN003', `nested more than ${LIMITS.depth} levels deep`);
  if (isAlias(node)) return refuse('SCN004', 'an alias');
  const marks = node as { anchor?: string; tag?: string } | null;
  if (marks?.anchor) return refuse('SCN004', 'an anchor');
  if (marks?.tag) return refuse('SCN004', 'a tag');
  if (!source.has(path)) source.place(path, { value: span, key: null });

  if (isMap(node)) {
    const result: Record<string, unknown> = {};
    for (const { key, value } of node.items) {
      const keySpan = spanOf((key as { range?: readonly number[] } | null)?.range);
      const name = isScalar(key) ? String(key.value) : null;
      if (name === null || FORBIDDEN_KEYS.has(name)) {
        diagnostics.push(
          source.complainAt(keySpan, { code: 'SCN005', path, found: 'cannot be a key' }),
        );
        continue;
      }
      const valueRange = (value as { range?: readonly number[] } | null)?.range;
      const at = [...path, name];
      // A key with nothing after it is pointed at itself.
      const isThere = valueRange && valueRange[0] !== valueRange[1];
      source.place(at, { value: isThere ? spanOf(valueRange) : keySpan, key: keySpan });
      result[name] = read(reader, value, at, depth + 1);
    }
    return result;
  }
  if (isSeq(node)) {
    return node.items.map((item, index) => read(reader, item, [...path, index], depth + 1));
  }
  return isScalar(node) ? node.value : null;
}
