/**
 * Modules as they ship: bundled, then imported by Node itself. Run module by module through the test runner they are
 * ten times slower, because every name that crosses a module is looked up anew.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const ENTRY = 'virtual:bundle';

/** One module that gives everything in the list; it exists only while it is compiled. */
function entry(modules: readonly URL[]): Plugin {
  return {
    name: 'bundle',
    resolveId: (id) => (id === ENTRY ? ENTRY : null),
    load: (id) =>
      id === ENTRY
        ? modules.map((m) => `export * from ${JSON.stringify(fileURLToPath(m))};`).join('\n')
        : null,
  };
}

/** `T`: what the modules export together. `name`: tells files of one process apart. */
export async function bundle<T>(name: string, modules: readonly URL[]): Promise<T> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [entry(modules)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { input: ENTRY },
    },
  });
  const result = Array.isArray(built) ? built[0] : built;
  if (result === undefined || !('output' in result)) throw new Error('the bundle was not built');
  const folder = resolve('node_modules', '.cache', 'blast-radius');
  mkdirSync(folder, { recursive: true });
  // One file for each process: test files run side by side.
  const file = join(folder, `${name}-${process.pid}-${process.env['VITEST_POOL_ID'] ?? '0'}.mjs`);
  writeFileSync(file, result.output[0].code);
  try {
    return (await import(/* @vite-ignore */ `${pathToFileURL(file).href}?${Date.now()}`)) as T;
  } finally {
    rmSync(file, { force: true });
  }
}
