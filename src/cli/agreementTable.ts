/** The table of agreement between the two worlds as it stands in the repository, and as readers see it. */
import { Hasher } from '../determinism/hash.ts';
import { EFFECT_CASES } from '../analysis/agreement/effects.ts';
import type { AgreementFigures } from '../analysis/agreement/measure.ts';
import { agreementRows, type AgreementRow } from '../analysis/agreement/table.ts';

export const AGREEMENT_FILE = 'test/validation/agreement.measured.json';
export const AGREEMENT_COMMAND = 'npm run agreement -- --write';

export interface AgreementTable {
  /** Of the simulator's state hashes, and of the cases. */
  readonly stamp: string;
  /** By world and seed: what was measured. */
  readonly standard: Readonly<Record<string, AgreementFigures>>;
  readonly check: Readonly<Record<string, AgreementFigures>>;
}

export function agreementStamp(simulator: string): string {
  return new Hasher().string(simulator).string(JSON.stringify(EFFECT_CASES)).digest();
}

export function rowsOf(table: AgreementTable): AgreementRow[] {
  return agreementRows(Object.values(table.standard), Object.values(table.check));
}

/** The rows as Markdown. */
export function agreementMarkdown(table: AgreementTable): string {
  const rows = rowsOf(table);
  const seeds = (world: object): number => Object.keys(world).length;
  const agreeing = rows.filter((row) => row.agrees).length;
  return [
    `${agreeing} of ${rows.length} figures agree. Means of ${seeds(table.standard)} standard and ${seeds(table.check)} small worlds, with 95 % intervals.`,
    '',
    '| figure | standard | check | agrees |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.what} | ${shown(row, 'standard')} | ${shown(row, 'check')} | ${row.agrees ? 'yes' : '**no**'} |`,
    ),
  ].join('\n');
}

function shown(row: AgreementRow, world: 'standard' | 'check'): string {
  const { mean, low, high } = row[world];
  const number = row.unit === '%' ? percent : level;
  return `${number(mean)} (${number(low)} to ${number(high)})`;
}

const percent = (v: number): string => `${v < 0 ? '−' : '+'}${Math.abs(v).toFixed(1)}`;
const level = (v: number): string => (Math.abs(v) >= 10 ? v.toFixed(1) : v.toFixed(4));
