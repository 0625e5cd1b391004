/**
 * State hashes of two worlds, day by day. They change with every change of a constant or of the order of a sum in the
 * simulator; a change that was not meant to change results must leave them alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sim } from '../sim/compiled.ts';
import { DAYS, SEEDS, type Golden } from './worlds.ts';

const FILE = fileURLToPath(new URL('world.golden.json', import.meta.url));
const REGENERATE = 'UPDATE_GOLDEN=1 npx vitest run --project unit test/golden/world.test.ts';

const now: Golden = Object.fromEntries(SEEDS.map((seed) => [seed, sim.dailyHashes(seed, DAYS)]));
if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
const golden = JSON.parse(readFileSync(FILE, 'utf8')) as Golden;

test.each(SEEDS)('the check world of seed %s is the one on record', (seed) => {
  const recorded = golden[seed] ?? [];
  expect(recorded.length).toBe(DAYS);
  const day = recorded.findIndex((hash, d) => hash !== now[seed]![d]);
  const said =
    day < 0
      ? ''
      : `seed ${seed} first differs at the end of day ${day}: ${now[seed]![day]}, on record ${recorded[day]}. ` +
        `If results were meant to change: ${REGENERATE}`;
  expect(said).toBe('');
});

test('the days on record differ from each other', () => {
  expect(new Set(SEEDS.flatMap((seed) => golden[seed] ?? [])).size).toBe(SEEDS.length * DAYS);
});
