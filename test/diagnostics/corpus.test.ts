/**
 * Broken files and the exact messages they draw. `UPDATE_GENERATED=1 npx vitest run test/diagnostics` rewrites the
 * expected texts; read them before committing.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/scenario/codes.ts';
import { formatDiagnostics, hasErrors } from '../../src/scenario/diagnostics.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { LIMITS } from '../../src/scenario/parse.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

const diagnose = (name: string): ReturnType<typeof loadScenario> =>
  loadScenario(readFileSync(`${folder}${name}.yaml`, 'utf8'), `${name}.yaml`);

/** Codes that only a file too large, one in a folder of another name, or an archetype can draw. */
const ELSEWHERE = new Set(['SCN002', 'SCN034', 'SCN071']);

describe('broken files', () => {
  it.each(names)('%s', (name) => {
    const { diagnostics, scenario } = diagnose(name);
    const path = `${folder}${name}.txt`;
    const text = diagnostics.length === 0 ? '' : `${formatDiagnostics(diagnostics)}\n`;
    if (process.env['UPDATE_GENERATED'] === '1') writeFileSync(path, text);
    expect(existsSync(path)).toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8'));
    expect(scenario === null).toBe(hasErrors(diagnostics));
  });

  it('between them draw every code', () => {
    const drawn = new Set(
      names.flatMap((name) => diagnose(name).diagnostics.map(({ code }) => code)),
    );
    const missing = Object.keys(CODES).filter(
      (code) => !drawn.has(code as keyof typeof CODES) && !ELSEWHERE.has(code),
    );
    expect(missing).toEqual([]);
  });

  it('are pointed at exactly: the underlined text stands in the file', () => {
    for (const name of names) {
      const lines = readFileSync(`${folder}${name}.yaml`, 'utf8').split('\n');
      for (const { line, column, length, source } of diagnose(name).diagnostics) {
        expect(lines[line - 1]?.startsWith(source)).toBe(true);
        expect(column - 1 + length).toBeLessThanOrEqual(Math.max(1, source.length));
      }
    }
  });
});

describe('limits', () => {
  it('refuses a file that is too long before reading it', () => {
    const { scenario, diagnostics } = loadScenario(
      `a: ${'x'.repeat(LIMITS.characters)}`,
      'large.yaml',
    );
    expect(scenario).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['SCN002']);
  });

  it('refuses a file of too many values', () => {
    const { diagnostics } = loadScenario(`a: [${'1,'.repeat(LIMITS.values)}]`, 'many.yaml');
    expect(diagnostics.map(({ code }) => code)).toEqual(['SCN002']);
  });

  it('refuses nesting that would exhaust the stack', () => {
    const { diagnostics } = loadScenario('['.repeat(100_000), 'deep.yaml');
    expect(diagnostics[0]?.code).toMatch(/SCN00[13]/);
  });

  it('tells an author whose folder has another name', () => {
    const text = readFileSync(`${folder}nothing-wrong.yaml`, 'utf8');
    const { diagnostics } = loadScenario(text, 'scenarios/lost-safes/scenario.yaml');
    expect(diagnostics.map(({ code }) => code)).toEqual(['SCN034']);
  });
});
