/** Once per run: find and launch the browser, serve the built page, tell the tests where both are. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser, LAUNCH_ARGUMENTS } from './findBrowser.ts';
import { serveFolder } from './staticServer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
    browserEndpoint: string;
    browserName: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = resolve('dist');
  if (!existsSync(resolve(built, 'index.html'))) {
    throw new Error('The browser tests look at the built page: run `npm run build` first.');
  }
  const found = findBrowser();
  const server = await serveFolder(built);
  const browser = await chromium.launchServer({
    executablePath: found.executablePath,
    args: LAUNCH_ARGUMENTS,
    env: { ...process.env, ...found.env },
  });
  project.provide('origin', server.origin);
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('browserName', found.name);
  return async () => {
    await browser.close();
    await server.close();
  };
}
