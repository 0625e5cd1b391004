/** Torn and altered scenario texts, and what must hold of whatever is loaded. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Archetypes } from '../../src/scenario/archetype.ts';
import { formatDiagnostics, hasErrors } from '../../src/scenario/diagnostics.ts';
import { loadScenario, type LoadedScenario } from '../../src/scenario/load.ts';

/** Longest that any text may take, milliseconds: beyond it an author takes it for hung. */
const LONGEST = 2000;

/** Loads, and checks what must hold of any text whatever. */
export function load(text: string, archetypes?: Archetypes): LoadedScenario {
  const began = performance.now();
  const loaded = loadScenario(text, 'fuzzed.yaml', archetypes);
  expect(performance.now() - began).toBeLessThan(LONGEST);
  if (loaded.scenario === null) expect(loaded.diagnostics.length).toBeGreaterThan(0);
  expect(loaded.scenario === null).toBe(hasErrors(loaded.diagnostics));
  expect(loaded.card === null).toBe(loaded.scenario === null);
  expect(formatDiagnostics(loaded.diagnostics)).toBeTypeOf('string');
  for (const { line, column, length } of loaded.diagnostics) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(length).toBeGreaterThanOrEqual(1);
  }
  return loaded;
}

const scraps = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '- ',
    ': ',
    '\n',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '!!x ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '\t',
    '  ',
    '__proto__: 1\n',
    'null',
    '~',
    '-1e999',
    '0x10',
    '.nan',
    '2026-01-01',
    '? ',
    '---\n',
    '%',
  ),
);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: scraps,
});

function torn(text: string, edits: readonly { at: number; cut: number; put: string }[]): string {
  return edits.reduce((now, { at, cut, put }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + put + now.slice(start + cut);
  }, text);
}

/** What takes the place of a value. */
const value = fc.constantFrom(
  '[]',
  '{}',
  'null',
  '3',
  'text',
  '[1, [2]]',
  '{ a: 1 }',
  'true',
  '""',
  '.inf',
  '{ if: all, of: [] }',
);

/** One of the texts, torn in up to four places. */
export const tornOf = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => torn(text, edits));

/** One of the texts, with one value of it become something else. */
export const alteredOf = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...texts), fc.nat(), value).map(([text, pick, put]) => {
    const lines = text.split('\n');
    const candidates = lines.flatMap((line, index) => (/: \S/.test(line) ? [index] : []));
    const index = candidates[pick % candidates.length] ?? 0;
    lines[index] = (lines[index] ?? '').replace(/: .*/, `: ${put}`);
    return lines.join('\n');
  });
