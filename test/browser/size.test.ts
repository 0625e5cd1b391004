/** What a first visit must load before the pager can be answered: the entry and everything it imports at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const DIST = 'dist';
/** Compressed bytes of script before the pager answers. */
const LIMIT = 120_000;

/** The entry and its static imports, transitively, as paths under dist/. */
function firstScripts(): string[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map((m) => m[1]!);
  const seen = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join(DIST, file), 'utf8');
    for (const found of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      queue.push(`assets/${found[1]!}`);
  }
  return [...seen];
}

describe('the first load', () => {
  const scripts = firstScripts();
  const bytes = scripts.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length,
    0,
  );

  test('is found at all', () => {
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(5_000);
  });

  test(`is at most ${LIMIT / 1000} kB of compressed script`, () => {
    expect(bytes).toBeLessThanOrEqual(LIMIT);
  });

  test('carries neither the canvas library nor the parser of scenarios', () => {
    const code = scripts.map((file) => readFileSync(join(DIST, file), 'utf8')).join('\n');
    expect(code).not.toMatch(/Phaser\.Game|LineCounter|ZodError/);
  });
});
