/**
 * Whether the small world says what the standard one says takes minutes to measure, so the measurements are kept. What
 * they say is judged here, and one small world is measured again every day, to the bit.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  AGREEMENT_COMMAND,
  AGREEMENT_FILE,
  agreementMarkdown,
  agreementStamp,
  rowsOf,
  type AgreementTable,
} from '../../src/cli/agreementTable.ts';
import { GOLDEN_FILE, simulatorStamp } from '../../src/cli/measuredTable.ts';
import { validation } from './compiled.ts';

const table = JSON.parse(readFileSync(AGREEMENT_FILE, 'utf8')) as AgreementTable;
const rows = rowsOf(table);
const again = `Measure again: ${AGREEMENT_COMMAND}`;

/** Where the worlds do not agree, by the reason that VALIDATION.md gives. Whoever mends one removes its line. */
const APART: readonly string[] = [
  'answered by what is popular',
  'errors',
  'local content, JP',
  'local content, LATAM',
  'local content, IN',
];

test('the table was measured on this simulator', () => {
  expect(table.stamp, again).toBe(
    agreementStamp(simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8'))),
  );
  expect(Object.keys(table.standard).length).toBeGreaterThanOrEqual(4);
  expect(Object.keys(table.check).length).toBeGreaterThanOrEqual(8);
});

test('the worlds agree but where it is said that they do not', () => {
  expect(rows.filter((row) => !row.agrees).map((row) => row.id)).toEqual(APART);
});

test('readers see the table that was measured', () => {
  const plain = (text: string): string => text.replaceAll(/[ -]+/g, ' ');
  expect(plain(readFileSync('src/sim/VALIDATION.md', 'utf8'))).toContain(
    plain(agreementMarkdown(table)),
  );
});

test('a small world gives again what is kept of it', { timeout: 120_000 }, () => {
  const seeds = Object.keys(table.check);
  const today = Math.floor(Date.now() / 86_400_000);
  const seed = seeds[today % seeds.length]!;
  expect(JSON.parse(JSON.stringify(validation.measureAgreement('check', seed))), again).toEqual(
    table.check[seed],
  );
});
