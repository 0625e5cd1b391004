/**
 * Modules as they ship: bundled, then imported by Node itself. Run module by module through the test runner they are
 * ten times slower, because every name that crosses a module is looked up anew. A bundle is built once and kept for as
 * long as the sources stay as they are.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { draftOf, keptFolder, nameOf, settle } from './kept.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a bundle may hold: all code and all incidents, tests apart. */
const SOURCES = ['src', 'scenarios', 'test'];
const KINDS = new Set(['.ts', '.tsx', '.yaml', '.json']);

function sources(): string[] {
  return SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => KINDS.has(extname(file)) && !file.includes('.test.'))
      .map((file) => join(root, folder, file)),
  ).toSorted();
}

/** By name: a file that is an entry by itself, or modules that one entry gives together. */
export type Entries = Readonly<Record<string, URL | readonly URL[]>>;

const PREFIX = 'virtual:bundle/';

/** Entries that give everything of several modules exist only while they are compiled. */
function together(entries: Entries): Plugin {
  return {
    name: 'bundle',
    resolveId: (id) => (id.startsWith(PREFIX) ? id : null),
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const modules = entries[id.slice(PREFIX.length)];
      return [modules ?? []]
        .flat()
        .map((module) => `export * from ${JSON.stringify(fileURLToPath(module))};`)
        .join('\n');
    },
  };
}

/** Builds the entries, if they are not there yet; gives where `name.mjs` of each lies. */
export async function bundleFiles(entries: Entries): Promise<(name: string) => URL> {
  const files = [...sources(), join(root, 'package-lock.json')];
  const parts = files.flatMap((file) => [file, readFileSync(file)]);
  const folder = keptFolder('bundles', nameOf([JSON.stringify(entries), ...parts]));
  if (!existsSync(folder)) {
    const draft = draftOf(folder);
    await write(entries, draft);
    settle(draft, folder);
  }
  return (name) => pathToFileURL(join(folder, `${name}.mjs`));
}

async function write(entries: Entries, folder: string): Promise<void> {
  // Most files find their bundle made, and need not wait for the bundler to load.
  const [{ build }, { scenarioPlugin }] = await Promise.all([
    import('vite'),
    import('../../src/scenario/vitePlugin.ts'),
  ]);
  const input = Object.fromEntries(
    Object.entries(entries).map(([name, from]) => [
      name,
      from instanceof URL ? fileURLToPath(from) : PREFIX + name,
    ]),
  );
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [together(entries), scenarioPlugin()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/** `T`: what the modules export together. */
export async function bundle<T>(name: string, modules: readonly URL[]): Promise<T> {
  const fileOf = await bundleFiles({ [name]: modules });
  return (await import(/* @vite-ignore */ fileOf(name).href)) as T;
}
