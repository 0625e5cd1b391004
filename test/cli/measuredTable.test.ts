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
  lack.map(({ scenario, seeds }) => `${scenario.id}/${seeds.join('+')}`);

test('rows that are there are not lacking, of further seeds neither, and what was not named is not measured', () => {
  const rows = [row(a.id, 'seed-1'), row(b.id, 'seed-2'), row(a.id, 'seed-9')];
  expect(named(lackOf(rows, [a, b], 2, 1))).toEqual([`${b.id}/seed-1`, `${a.id}/seed-2`]);
  expect(named(lackOf(rows, [a], 2, 1))).toEqual([`${a.id}/seed-2`]);
  expect(lackOf(rows, [b], 0, 1)).toEqual([]);
});

test('some seeds of an incident are measured together, some of all before more of any', () => {
  const rows = [row(a.id, 'seed-2')];
  expect(named(lackOf(rows, [a, b], 4, 3))).toEqual([
    `${a.id}/seed-1+seed-3`,
    `${b.id}/seed-1+seed-2+seed-3`,
    `${a.id}/seed-4`,
    `${b.id}/seed-4`,
  ]);
});
