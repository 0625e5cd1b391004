/** The same run, the same debrief and marks in every engine: those on record, in workers of Chromium and of Firefox. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closing } from '../golden/closing.ts';
import { fewOf, type AnalysisHashes } from '../golden/analysed.ts';
import { EARLY_FAST, PLAYED } from '../session/cases.ts';
import { buildPage } from './support/buildPage.ts';
import { findFirefox } from './support/findFirefox.ts';
import { evaluatedIn } from './support/firefox.ts';
import { sharedBrowser } from './support/session.ts';
import { serveFolder, type StaticServer } from './support/staticServer.ts';
import { TEST_MS } from './support/patience.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const golden = JSON.parse(
  readFileSync(here('../golden/analysis.golden.json'), 'utf8'),
) as AnalysisHashes;
const firefox = findFirefox();
const asked = [fewOf(EARLY_FAST), closing(PLAYED)] as const;

let server: StaticServer;

beforeAll(async () => {
  server = await serveFolder(await buildPage(here('analysed'), 'analysed-page'));
}, TEST_MS);

afterAll(() => server.close());

test('Chromium comes to the analysis on record', { timeout: TEST_MS }, async () => {
  const page = await (await sharedBrowser()).newPage();
  await page.goto(`${server.origin}/`);
  const found = await page.evaluate(([s, c]) => globalThis.analysed(s, c), asked);
  expect(found).toEqual(golden);
  await page.close();
});

test.skipIf(firefox === undefined)(
  'Firefox comes to the analysis on record',
  { timeout: TEST_MS },
  async () => {
    const [scenario, commands] = asked.map((part) => JSON.stringify(part));
    const { said } = await evaluatedIn(
      firefox!,
      `${server.origin}/`,
      `analysed(${scenario}, ${commands}).then((hashes) => JSON.stringify(hashes))`,
    );
    expect(JSON.parse(said)).toEqual(golden);
  },
);
