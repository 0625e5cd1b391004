/** What a browser test imports: the one browser and the served page of this run, shared by all files. */
import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';
import { openPageIn, type OpenedPage, type PageOptions } from './openPage.ts';
import { Player } from './player.ts';

/** Played in the small world, and nothing is worked out for the board before it is there: nobody waits for it. */
export const SMALL = '/?world=small&analyst=later';

let browser: Promise<Browser> | undefined;
const opened = new Set<OpenedPage>();

/** Where the built page is served, without a slash at the end. */
export function origin(): string {
  return inject('origin');
}

/** The browser of this run; most tests want `openPage`. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.connect(inject('browserEndpoint'));
  return browser;
}

/** Opens a page of the built game; it is closed after the test. */
export async function openPage(options: PageOptions = {}): Promise<OpenedPage> {
  const page = await openPageIn(await sharedBrowser(), origin(), options);
  opened.add(page);
  return page;
}

/**
 * An incident of the campaign, its page taken. What moves on its way is judged with the scenes; here it would only be
 * drawn, in software.
 */
export async function playFrom(callSign: RegExp, path = SMALL): Promise<Played> {
  const opened = await openPage({ path, reducedMotion: true });
  const player = new Player(opened.page);
  await player.take(callSign);
  return { player, errors: opened.consoleErrors, foreign: opened.foreignRequests };
}

export interface Played {
  readonly player: Player;
  readonly errors: readonly string[];
  readonly foreign: readonly string[];
}

/** Closes what a test has opened. */
export async function closePages(): Promise<void> {
  await Promise.all([...opened].map((page) => page.close()));
  opened.clear();
}
