/** The analysis on record, as Node makes it; `browser/analysed.test.ts` holds the other engines to it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EARLY_FAST, PLAYED } from '../session/cases.ts';
import { session } from '../session/compiled.ts';
import { analysisHashes, fewOf, type AnalysisHashes } from './analysed.ts';
import { closing } from './closing.ts';

const FILE = fileURLToPath(new URL('analysis.golden.json', import.meta.url));
const REGENERATE = 'UPDATE_GOLDEN=1 npx vitest run --project unit test/golden/analysis.test.ts';

test('a run gives the analysis on record', { timeout: 240_000 }, () => {
  const now = analysisHashes(session, fewOf(EARLY_FAST), closing(PLAYED));
  if (process.env['UPDATE_GOLDEN'] === '1')
    writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
  const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as AnalysisHashes;
  expect(now, `If the analysis was meant to change: ${REGENERATE}`).toEqual(recorded);
});
