import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser, LAUNCH_ARGUMENTS } from '../support/findBrowser.ts';
import { serveFolder } from '../support/staticServer.ts';
// Types of the page's global come with it.
import type { PageResult } from './page.ts';

/** Builds the bench page, runs it in the browser and returns what it measured. */
export async function measure(folder: string): Promise<PageResult> {
  const out = join('node_modules', '.cache', 'blast-radius', 'bench-page');
  await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'silent',
    worker: { format: 'es' },
    build: { target: 'es2022', outDir: join(process.cwd(), out), emptyOutDir: true },
  });
  const found = findBrowser();
  const server = await serveFolder(out);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: LAUNCH_ARGUMENTS,
    env: { ...process.env, ...found.env },
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    return await page.evaluate(() => globalThis.benchResult);
  } finally {
    await browser.close();
    await server.close();
  }
}
