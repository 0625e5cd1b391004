import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** What a module imports for good (not as types, not later): the specifiers. */
const staticImports = (file: string, text = readFileSync(file, 'utf8')): string[] => {
  const { module } = parseSync(file, text);
  const imports = module.staticImports
    .filter((found) => found.entries.length === 0 || found.entries.some((entry) => !entry.isType))
    .map((found) => found.moduleRequest.value);
  const exports = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) =>
      entry.moduleRequest === null || entry.isType ? [] : [entry.moduleRequest.value],
    ),
  );
  return [...imports, ...exports];
};

const known = new Map<string, string[]>();

/** The same of a file in the sources, parsed once however many modules reach it. */
const importsOf = (file: string): string[] => {
  const found = known.get(file) ?? staticImports(file);
  known.set(file, found);
  return found;
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join(src, name));

/** Everything that loads at once when `entry` does. */
const reach = (entry: string): { files: string[]; packages: string[] } => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    // A module that is missing altogether is the type checker's business.
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const wanted of importsOf(file)) {
      if (!wanted.startsWith('.')) packages.add(wanted);
      else if (/\.tsx?$/.test(wanted)) visit(resolve(dirname(file), wanted));
    }
  };
  if (!existsSync(entry)) throw new Error(`no module ${entry}`);
  visit(entry);
  return { files: [...seen].map((file) => relative(src, file)), packages: [...packages] };
};

describe('the game library', () => {
  it('is imported in the scene folder only', () => {
    expect(files.length).toBeGreaterThan(10);
    const importers = files
      .filter((file) => importsOf(file).includes('phaser'))
      .map((file) => relative(src, file));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !file.startsWith('scene/'))).toEqual([]);
  });

  it.each([
    'scene/lens.ts',
    'scene/pipeline.ts',
    'scene/lensTypes.ts',
    'scene/pipelineTypes.ts',
    'scene/place.ts',
  ])('does not load together with %s', (entry) => {
    expect(reach(join(src, entry)).packages).not.toContain('phaser');
  });

  it('does load with the stage, so that the check above can fail', () => {
    expect(reach(join(src, 'scene/stage.ts')).packages).toContain('phaser');
  });

  it('types of the scenes load nothing at all', () => {
    expect(reach(join(src, 'scene/lensTypes.ts')).files).toEqual(['scene/lensTypes.ts']);
  });

  it('is told apart from imports of types and later imports', () => {
    const text = `import type { Game } from 'phaser'; const later = () => import('phaser'); import { type Scene, Math } from 'a';`;
    expect(staticImports('x.ts', text)).toEqual(['a']);
  });

  it('never loads before the page is interactive: no screen imports a scene statically', () => {
    const offenders = files
      .filter((file) => !relative(src, file).startsWith('scene/'))
      .filter((file) => reach(file).packages.includes('phaser'))
      .map((file) => relative(src, file));
    expect(offenders).toEqual([]);
  });
});
