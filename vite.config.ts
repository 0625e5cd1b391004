import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type PluginOption, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { sourcesHash, sourcesOf } from './src/cli/proofs/sources.ts';
import { scenarioPlugin } from './src/scenario/vitePlugin.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What turns `scenarios/**` into modules must give the page and the command line the same bytes. */
const sharedPlugins = (): PluginOption[] => [scenarioPlugin()];

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

/** By kind of measurement, the name of the code that makes it: it is kept under this name, and forgotten when that changes. */
const measuringHashes = (): Record<string, string> =>
  Object.fromEntries(
    ['lines', 'belief', 'players', 'ways', 'learn'].map((kind) => [
      kind,
      sourcesHash(at('src'), sourcesOf(at(`src/proof/measure/${kind}.ts`))),
    ]),
  );

const shared: UserConfig = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: 'assets/public',
  worker: { format: 'es', plugins: sharedPlugins },
};

/** `vite build --ssr --mode node`: the command line and the Node worker, into dist-node/. */
const nodeBuild = (): UserConfig => ({
  ...shared,
  plugins: sharedPlugins(),
  define: { MEASURING_HASHES: JSON.stringify(measuringHashes()) },
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

/**
 * Play without a network: everything built is kept by the browser, and a new version asks before it
 * takes over, since a reload ends a run.
 */
const offline = (): PluginOption =>
  VitePWA({
    registerType: 'prompt',
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg,woff2,json,mp3,ogg}'],
      maximumFileSizeToCacheInBytes: 6_000_000,
    },
    manifest: {
      name: 'Blast Radius',
      short_name: 'Blast Radius',
      description: 'Incident response on a recommender platform: find it, contain it, prove it.',
      display: 'standalone',
      background_color: '#10141b',
      theme_color: '#10141b',
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    },
  });

/** `vite build`: the page, into dist/. */
const pageBuild = (): UserConfig => ({
  ...shared,
  base: './',
  plugins: [...sharedPlugins(), offline()],
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});

// Vite asks for a default export.
export default defineConfig(({ mode }) => (mode === 'node' ? nodeBuild() : pageBuild()));
