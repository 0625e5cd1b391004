import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface PageOptions {
  /** CSS pixels; 1440 × 900 unless told. */
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  readonly reducedMotion?: boolean;
  /** Path and query below the origin; `/` unless told. */
  readonly path?: string;
  /** What the browser says its language is, a language tag or not; British English unless told. */
  readonly language?: string;
  /** Device pixels per CSS pixel; 1 unless told. */
  readonly scale?: number;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of console and script since the page opened, in order. */
  readonly consoleErrors: readonly string[];
  /** Addresses asked for outside the page's own origin: must stay empty. */
  readonly foreignRequests: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens a page of the built game in a context of its own: nothing is shared with other tests. Requests
 * to other origins are noted and refused.
 */
export async function openPageIn(
  browser: Browser,
  origin: string,
  options: PageOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.theme ?? 'dark',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const consoleErrors: string[] = [];
  const foreignRequests: string[] = [];
  if (options.language !== undefined)
    await context.addInitScript((said) => {
      Object.defineProperty(Navigator.prototype, 'language', {
        get: () => said,
        configurable: true,
      });
    }, options.language);
  await context.route(
    (url) => url.origin !== origin && (url.protocol === 'http:' || url.protocol === 'https:'),
    (route) => {
      foreignRequests.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error.stack ?? error)));
  await page.goto(origin + (options.path ?? '/'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, context, consoleErrors, foreignRequests, close: () => context.close() };
}
