/**
 * Which rows of a measured table are measured again: one, and every day another. The rows stand by seed and within a seed
 * by incident, so that each incident has its turn every few days.
 */
import { Hasher } from '../../src/determinism/hash.ts';
import type { MeasuredRow } from '../../src/cli/measuredTable.ts';

const DAY_MS = 24 * 3_600_000;
export const today = (): number => Math.floor(Date.now() / DAY_MS);

/** `variable` of the environment: names of rows (`incident/seed`), by commas, or `all`. */
export function sampleOf(rows: readonly MeasuredRow[], variable: string): MeasuredRow[] {
  const asked = process.env[variable];
  const nameOf = ({ scenario, seed }: MeasuredRow): string => `${scenario}/${seed}`;
  if (asked === 'all') return [...rows];
  if (asked !== undefined) {
    const names = asked.split(',');
    const unknown = names.filter((name) => !rows.some((row) => nameOf(row) === name));
    if (unknown.length > 0) throw new Error(`The table has no row ${unknown.join(', ')}.`);
    return rows.filter((row) => names.includes(nameOf(row)));
  }
  const start = Number.parseInt(new Hasher().string(JSON.stringify(rows)).digest().slice(-6), 16);
  const row = rows[(start + today()) % rows.length];
  if (row === undefined) return [];
  console.log(`Measured again today: ${nameOf(row)}. Another: ${variable}=incident/seed, or all.`);
  return [row];
}
