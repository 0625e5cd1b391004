/**
 * Which rows of the table of orders are measured again: one, and every day another. The rows stand by seed and within a
 * seed by incident, so that each incident has its turn every few days, and each row within six weeks.
 */
import { Hasher } from '../../src/determinism/hash.ts';

export interface RowName {
  readonly scenario: string;
  readonly seed: string;
}

/** `ORDERS_ROWS`: names of rows (`incident/seed`), by commas, or `all`. */
const ASKED = process.env['ORDERS_ROWS'];
const DAY_MS = 24 * 3_600_000;

export function sampleOf(rows: readonly RowName[]): RowName[] {
  const nameOf = ({ scenario, seed }: RowName): string => `${scenario}/${seed}`;
  if (ASKED === 'all') return [...rows];
  if (ASKED !== undefined) {
    const names = ASKED.split(',');
    const unknown = names.filter((name) => !rows.some((row) => nameOf(row) === name));
    if (unknown.length > 0) throw new Error(`The table has no row ${unknown.join(', ')}.`);
    return rows.filter((row) => names.includes(nameOf(row)));
  }
  const start = Number.parseInt(new Hasher().string(JSON.stringify(rows)).digest().slice(-6), 16);
  const row = rows[(start + Math.floor(Date.now() / DAY_MS)) % rows.length];
  if (row === undefined) return [];
  console.log(`Measured again today: ${nameOf(row)}. Another: ORDERS_ROWS=incident/seed, or all.`);
  return [row];
}
