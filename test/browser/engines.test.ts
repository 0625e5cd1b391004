/**
 * The same bits in every engine: the worlds on record, day by day, in workers of Chromium and of Firefox. That Node has
 * them too is the test of the record itself, `golden/world.test.ts`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEEDS, type Golden } from '../golden/worlds.ts';
import { buildPage } from './support/buildPage.ts';
import { findFirefox } from './support/findFirefox.ts';
import { evaluatedIn } from './support/firefox.ts';
import { sharedBrowser } from './support/session.ts';
import { serveFolder, type StaticServer } from './support/staticServer.ts';
import { TEST_MS } from './support/patience.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const golden = JSON.parse(readFileSync(here('../golden/world.golden.json'), 'utf8')) as Golden;
const firefox = findFirefox();
if (firefox === undefined)
  console.log('No Firefox found: its hashes are not compared. Install one, or set FIREFOX_PATH.');

let server: StaticServer;

beforeAll(async () => {
  server = await serveFolder(await buildPage(here('engines'), 'engines-page'));
}, TEST_MS);

afterAll(() => server.close());

/** First day, if any, on which an engine's world is another than that on record. */
function partings(engine: Golden): string[] {
  return SEEDS.flatMap((seed) => {
    const recorded = golden[seed]!;
    const day = recorded.findIndex((hash, d) => hash !== engine[seed]?.[d]);
    return day < 0
      ? []
      : [`${seed}, day ${day}: ${engine[seed]?.[day]}, on record ${recorded[day]}`];
  });
}

describe('the worlds on record', () => {
  test('are the same in a worker of Chromium', { timeout: TEST_MS }, async () => {
    const page = await (await sharedBrowser()).newPage();
    await page.goto(`${server.origin}/`);
    expect(partings(await page.evaluate(() => globalThis.engineHashes))).toEqual([]);
    await page.close();
  });

  test.skipIf(firefox === undefined)(
    'are the same in a worker of Firefox',
    { timeout: TEST_MS },
    async () => {
      const { name, said } = await evaluatedIn(
        firefox!,
        `${server.origin}/`,
        'engineHashes.then((hashes) => JSON.stringify(hashes))',
      );
      expect(name).toMatch(/firefox/i);
      expect(partings(JSON.parse(said) as Golden)).toEqual([]);
    },
  );
});
