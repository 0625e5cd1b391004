/**
 * The simulator as it ships: bundled, then imported by Node itself. Run module by module through the test runner it is
 * ten times slower, because every name that crosses a module is looked up anew.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as surface from './surface.ts';

type Surface = typeof surface;

async function compile(): Promise<Surface> {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: join(here, 'surface.ts'), write: false, minify: false, target: 'node20' },
  });
  const result = Array.isArray(built) ? built[0] : built;
  if (result === undefined || !('output' in result)) throw new Error('the simulator was not built');
  const folder = resolve('node_modules', '.cache', 'blast-radius');
  mkdirSync(folder, { recursive: true });
  // One file for each process: test files run side by side.
  const file = join(folder, `sim-${process.pid}-${process.env['VITEST_POOL_ID'] ?? '0'}.mjs`);
  writeFileSync(file, result.output[0].code);
  try {
    return (await import(
      /* @vite-ignore */ `${pathToFileURL(file).href}?${Date.now()}`
    )) as Surface;
  } finally {
    rmSync(file, { force: true });
  }
}

export const sim: Surface = await compile();
