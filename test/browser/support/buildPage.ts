import { resolve } from 'node:path';
import { build } from 'vite';

/** Builds the page of a test's folder, its workers with it; returns where it lies. */
export async function buildPage(folder: string, name: string): Promise<string> {
  const out = resolve('node_modules', '.cache', 'blast-radius', name);
  await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'silent',
    worker: { format: 'es' },
    build: { target: 'es2022', outDir: out, emptyOutDir: true },
  });
  return out;
}
