import { chromium } from 'playwright-core';
import { findBrowser, LAUNCH_ARGUMENTS } from '../support/findBrowser.ts';
import { buildPage } from '../support/buildPage.ts';
import { serveFolder } from '../support/staticServer.ts';
// Types of the page's global come with it.
import type { PageResult } from './page.ts';

/** Builds the bench page, runs it in the browser and returns what it measured. */
export async function measure(folder: string): Promise<PageResult> {
  const out = await buildPage(folder, 'bench-page');
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
