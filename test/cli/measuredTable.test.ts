/** What a table of measurements still lacks. */
import { expect, test } from 'vitest';
import { lackOf } from '../../src/cli/measuredTable.ts';
import { variantById } from '../scenario/library.ts';

const [a, b] = ['cohort-canary-regression', 'save-bots'].map(variantById) as [
  ReturnType<typeof variantById>,
  ReturnType<typeof variantById>,
];
const row = (scenario: string, seed: string) => ({ scenario, seed });
const named = (lack: ReturnType<typeof lackOf>): string[] =>
  lack.map(({ scenario, seed }) => `${scenario.id}/${seed}`);

test('rows that are there are not lacking, of further seeds neither, and what was not named is not measured', () => {
  const rows = [row(a.id, 'seed-1'), row(b.id, 'seed-2'), row(a.id, 'seed-9')];
  expect(named(lackOf(rows, [a, b], 2))).toEqual([`${b.id}/seed-1`, `${a.id}/seed-2`]);
  expect(named(lackOf(rows, [a], 2))).toEqual([`${a.id}/seed-2`]);
  expect(lackOf(rows, [b], 0)).toEqual([]);
});
