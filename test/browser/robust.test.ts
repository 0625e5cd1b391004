/** What goes wrong outside the game's power, in a real browser: it is said, the rest goes on, nothing saved is lost. */
import { deflateSync, strToU8 } from 'fflate';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { seal, type Envelope } from '../../src/session/recordingFormat.ts';
import { encodeLink } from '../../src/storage/link.ts';
import { encodeRecording, type Recording } from '../../src/storage/recording.ts';
import { findBrowser, LAUNCH_ARGUMENTS } from './support/findBrowser.ts';
import { openPageIn } from './support/openPage.ts';
import { Player } from './support/player.ts';
import { openPage, origin, SMALL } from './support/session.ts';
import { TEST_MS, WORLD_MS } from './support/patience.ts';

/** Makes the worker that owns the run fail outside any request. */
async function kill(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('There is no worker to kill.');
  await worker.evaluate(() => void setTimeout(() => JSON.parse('planted')));
}

/** Runs in the browser's database. */
const savedRuns = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('blast-radius');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('runs').objectStore('runs').count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );

async function downloaded(page: Page, button: string): Promise<{ commands: Command[] }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as { commands: Command[] };
}

describe('a worker that dies', () => {
  test(
    'in the middle of a run: the moves can be downloaded, and play goes on from the last one',
    { timeout: TEST_MS },
    async () => {
      const { page } = await openPage({ path: SMALL, reducedMotion: true });
      const player = new Player(page);
      await player.take(/Thu 15:42/);
      await player.move(/^history length,/);
      await player.move(/^Versions and calibration/);
      const clock = await player.clock();
      await kill(page);
      await page.getByRole('heading', { name: 'The simulator stopped' }).waitFor();
      const { commands } = await downloaded(page, 'Download the recording');
      expect(commands.map(({ kind }) => kind)).toEqual(['look', 'look']);
      await player.button('Go on from the last good move').click();
      await page
        .getByRole('heading', { name: /whose numbers moved|who is hurt/i })
        .waitFor({ timeout: WORLD_MS });
      expect(await player.clock()).toBe(clock);
      await player.choose(/^Roll back the ranker/, /^v58/);
      expect(await savedRuns(page)).toBe(1);
    },
  );
});

test(
  'a browser whose language is no language tag shows the charts as any other',
  { timeout: TEST_MS },
  async () => {
    const { page, consoleErrors } = await openPage({
      path: SMALL,
      reducedMotion: true,
      language: 'en-US@posix',
    });
    await new Player(page).take(/Thu 15:42/);
    await page.getByRole('img', { name: /save/i }).first().waitFor();
    expect(consoleErrors).toEqual([]);
  },
);

describe('no WebGL on the whole page', () => {
  test(
    'the lens is drawn without it, the table is there, and play goes on',
    { timeout: TEST_MS },
    async () => {
      const { executablePath, env } = findBrowser();
      const browser = await chromium.launch({
        executablePath,
        args: [...LAUNCH_ARGUMENTS, '--disable-3d-apis'],
        env: { ...process.env, ...env },
      });
      try {
        const { page, consoleErrors } = await openPageIn(browser, origin(), {
          path: SMALL,
          reducedMotion: true,
        });
        const contexts = await page.evaluate(() =>
          ['webgl', 'webgl2'].map((kind) => document.createElement('canvas').getContext(kind)),
        );
        expect(contexts).toEqual([null, null]);
        const player = new Player(page);
        await player.take(/Thu 15:42/);
        await player.move(/^history length,/);
        const canvas = page.locator('canvas').first();
        await canvas.waitFor();
        const colours = await canvas.evaluate((node) => {
          const { width, height } = node as HTMLCanvasElement;
          const pixels = (node as HTMLCanvasElement)
            .getContext('2d')
            ?.getImageData(0, 0, width, height);
          return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer(0))).size;
        });
        expect(colours).toBeGreaterThan(3);
        await page.keyboard.press('t');
        await player.mark('Moved', /> 300 saves/);
        await player.move(/^Declare/);
        expect(await page.locator('body').innerText()).toContain('Declared');
        expect(consoleErrors).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});

const RUN: Recording = {
  scenario: 'nan-in-the-scores',
  seed: 'robust',
  commands: [{ kind: 'wait', minutes: 5 }],
};
/** Any text as a link: deflated, in the URL alphabet. */
const linkOf = (text: string): string =>
  `#run=${Buffer.from(deflateSync(strToU8(text))).toString('base64url')}`;
const changed = (change: object): string =>
  JSON.stringify({ ...(JSON.parse(encodeRecording(RUN)) as object), ...change });
const resealed = (change: object): string => {
  const { checksum: _, ...body } = JSON.parse(changed(change)) as Envelope & { checksum: string };
  return seal(body);
};

describe('runs from outside', () => {
  test(
    'bad links and files are refused in words, one by one, and the saved run is still there',
    { timeout: TEST_MS },
    async () => {
      const { page, consoleErrors } = await openPage({ path: SMALL, reducedMotion: true });
      const player = new Player(page);
      await player.take(/Thu 15:42/);
      await player.move(/^history length,/);
      await page
        .getByRole('button', { name: /Blast Radius/ })
        .first()
        .click();
      const resume = page.getByRole('button', { name: 'Resume', exact: true });
      await resume.waitFor();

      const refused = async (act: () => Promise<unknown>, message: string): Promise<void> => {
        await act();
        await page.getByRole('paragraph').filter({ hasText: message }).first().waitFor();
        await page
          .getByRole('button', { name: /^(Close|Understood|OK|Dismiss)/i })
          .first()
          .click();
        expect(await page.getByText(message).count()).toBe(0);
        // The pager is there and answers.
        await player.button(/take the page/i).waitFor();
        expect(await savedRuns(page)).toBe(1);
      };
      const link = (hash: string) => () => page.evaluate((to) => void (location.hash = to), hash);
      const file = (text: string) => () =>
        page.locator('input[type=file]').setInputFiles({
          name: 'run.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });

      const nowhere = { ...RUN, scenario: 'nowhere' };
      await refused(link(encodeLink(nowhere) ?? ''), 'an incident that is not part of this build');
      await refused(link((encodeLink(RUN) ?? '').slice(0, -8)), 'damaged or cut off');
      await refused(link(linkOf(changed({ seed: 'other' }))), 'altered after it was made');
      await refused(link(linkOf(resealed({ version: 1 }))), 'of format 1');
      await refused(link(linkOf(resealed({ simulator: 0 }))), 'simulator version 0');
      const text = encodeRecording(RUN);
      await refused(file(encodeRecording(nowhere)), 'an incident that is not part of this build');
      await refused(file(text.slice(0, -20)), 'cut off');
      await refused(file(changed({ commands: [] })), 'altered after it was made');
      await refused(file(resealed({ version: 3 })), 'of format 3');
      await refused(file('a letter to a friend'), 'not a recording');

      await resume.click();
      await page
        .getByRole('heading', { name: /whose numbers moved|who is hurt/i })
        .waitFor({ timeout: WORLD_MS });
      await player.choose(/^Roll back the ranker/, /^v58/);
      expect(await savedRuns(page)).toBe(1);
      expect(consoleErrors).toEqual([]);
    },
  );
});
