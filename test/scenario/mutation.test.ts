import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics, hasErrors } from '../../src/scenario/diagnostics.ts';
import { loadScenario, type LoadedScenario } from '../../src/scenario/load.ts';
import { SCENARIO_IDS, textOf } from './library.ts';

const texts = SCENARIO_IDS.map(textOf);

/** Loads, and checks what must hold of any text whatever. */
function load(text: string): LoadedScenario {
  const loaded = loadScenario(text, 'fuzzed.yaml');
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

function mutate(text: string, edits: readonly { at: number; cut: number; put: string }[]): string {
  return edits.reduce((now, { at, cut, put }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + put + now.slice(start + cut);
  }, text);
}

/** Replaces one value somewhere in the file by another kind of thing. */
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

describe('any text', () => {
  it('draws messages, and never an exception, when a good file is torn up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          load(mutate(text, edits));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('nor when any one value becomes something else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), value, (text, pick, put) => {
        const lines = text.split('\n');
        const candidates = lines.flatMap((line, index) => (/: \S/.test(line) ? [index] : []));
        const index = candidates[pick % candidates.length] ?? 0;
        lines[index] = (lines[index] ?? '').replace(/: .*/, `: ${put}`);
        load(lines.join('\n'));
      }),
      { numRuns: 120 },
    );
  });

  it('nor when it is no scenario at all', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void load(text)));
    fc.assert(fc.property(fc.json(), (text) => void load(text)));
  });

  it('leaves the prototype of objects alone', () => {
    load('__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('says nothing about a good file whatever it is called', () => {
    for (const text of texts) expect(load(text).diagnostics).toEqual([]);
  });
});
