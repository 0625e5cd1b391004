import { chromium } from 'playwright-core';
import { findBrowser, LAUNCH_ARGUMENTS } from './findBrowser.ts';
import { openPageIn, type PageOptions } from './openPage.ts';
import { serveFolder } from './staticServer.ts';

export interface ShootOptions extends PageOptions {
  readonly path: string;
  readonly out: string;
  /** Milliseconds between the page's load and the picture. */
  readonly wait: number;
  readonly fullPage: boolean;
}

/** Writes a picture of the built page; returns what the page complained about. */
export async function shoot(options: ShootOptions): Promise<string[]> {
  const found = findBrowser();
  const server = await serveFolder('dist');
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: LAUNCH_ARGUMENTS,
    env: { ...process.env, ...found.env },
  });
  try {
    const { page, consoleErrors, foreignRequests } = await openPageIn(
      browser,
      server.origin,
      options,
    );
    await page.waitForTimeout(options.wait);
    await page.screenshot({ path: options.out, fullPage: options.fullPage });
    return [...consoleErrors, ...foreignRequests.map((url) => `foreign request: ${url}`)];
  } finally {
    await browser.close();
    await server.close();
  }
}
