import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Plugins that both builds need: what turns `scenarios/**` into modules must give the page and the
 * command line the same bytes. The scenario compiler (src/scenario/vitePlugin.ts) is listed here.
 */
const sharedPlugins = (): Plugin[] => [];

/** Programs that run in Node; each is built only once it exists. */
const nodeEntries = (): Record<string, string> => {
  const entries: Record<string, string> = {};
  for (const [name, path] of [
    ['cli', 'src/cli/main.ts'],
    ['nodeEntry', 'src/worker/nodeEntry.ts'],
  ] as const) {
    if (existsSync(at(path))) entries[name] = at(path);
  }
  return entries;
};

const shared: UserConfig = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: sharedPlugins },
};

/** `vite build --ssr --mode node`: the command line and the Node worker, into dist-node/. */
const nodeBuild = (): UserConfig => ({
  ...shared,
  plugins: sharedPlugins(),
  // Bundle the libraries too: dist-node/ then runs wherever Node does, without node_modules.
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-node',
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: {
      input: nodeEntries(),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

/** `vite build`: the page, into dist/. */
const pageBuild = (): UserConfig => ({
  ...shared,
  base: './',
  plugins: sharedPlugins(),
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});

// Vite asks for a default export.
export default defineConfig(({ mode }) => (mode === 'node' ? nodeBuild() : pageBuild()));
