/** The other half of the incidents of `pairs.test.ts`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXERCISED_FILE } from '../../src/cli/proofs/report.ts';
import type { Exercised } from '../../src/proof/exercised.ts';
import { LONG, shareOf, toldApart } from './toldApart.ts';

const committed = JSON.parse(readFileSync(EXERCISED_FILE, 'utf8')) as Exercised;
const own = shareOf(1);

describe.skipIf(own.length === 0)('two recordings, the other half', () => {
  test.each(own)('of %s are told apart by what is written down', { timeout: LONG }, (incident) => {
    expect(toldApart(incident)).toEqual(committed[incident]);
  });
});
