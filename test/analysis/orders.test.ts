/**
 * Does every incident order its lines of play as it says? Ten seeds of four incidents take half an hour of a core, so
 * the measurements stand in a table. What the table says is judged here, and some of it is measured again: the
 * simulation repeats to the bit, so a row that is not what the world does now is found out.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../src/cli/orderWords.ts';
import { GOLDEN_FILE, simulatorStamp } from '../../src/cli/measuredTable.ts';
import {
  rowOf,
  scenarioStamp,
  TABLE_FILE,
  TABLE_SEEDS,
  WRITE_COMMAND,
  type OrdersRow,
  type OrdersTable,
} from '../../src/cli/ordersTable.ts';
import { oneDayIn } from '../partOfDay.ts';
import { variantById, VARIANT_IDS } from '../scenario/library.ts';
import { measuredApart } from './measuredApart.ts';
import { sampleOf } from './rowsSample.ts';

const table = JSON.parse(readFileSync(TABLE_FILE, 'utf8')) as OrdersTable;
const again = `Measure again: ${WRITE_COMMAND}`;
/** Rows are measured in processes of their own; a loaded machine takes its time. */
const LONG = 600_000;

/**
 * Claims that do not hold on every seed, with the least share on which they must: measured on ten seeds, nine in ten.
 * Whoever mends the incident removes the line.
 */
const NOT_ALWAYS: Readonly<Record<string, number>> = {
  'cohort-canary-regression: rollback spares part only': 0.9,
  'android-double-impression: reference < only-logging': 0.9,
  'srm-mirage: rollback > nothing': 0.9,
  'deep-model-latency-tax: rollback spares part only': 0.9,
  // Weights of before the accounts came have not learned from them, which now and then outweighs what v98 brought.
  'save-bots: rollback not clearly < nothing': 0.9,
};

async function measure(id: string, seed: string): Promise<OrdersRow> {
  const scenario = variantById(id);
  return rowOf(scenario, await measuredApart('measureOrders', scenario, seed));
}

test(`the table was measured on this simulator (else: ${WRITE_COMMAND})`, () => {
  expect(table.simulator, again).toBe(simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8')));
});

describe.each(VARIANT_IDS)('%s', (id) => {
  const scenario = variantById(id);
  const rows = table.rows.filter((row) => row.scenario === id);

  test('was measured as it is written now', () => {
    expect(table.scenarios[id], again).toBe(scenarioStamp(scenario));
  });

  test(`was measured on ${TABLE_SEEDS} seeds or more, to finite harm`, () => {
    expect(new Set(rows.map((row) => row.seed)).size, again).toBe(rows.length);
    expect(rows.length, again).toBeGreaterThanOrEqual(TABLE_SEEDS);
    for (const r of rows)
      for (const harm of [r.nothing, r.rollback, r.reference, ...r.wrong.map((w) => w.harm)])
        expect(Number.isFinite(harm)).toBe(true);
  });

  test('says of each claim what its harms say', () => {
    for (const row of rows) expect(row, again).toEqual(rowOf(scenario, row));
  });

  test.each(claimsOf(scenario))('$id', ({ id: claim, holds }) => {
    const share = rows.filter(holds).length / rows.length;
    const least = NOT_ALWAYS[`${id}: ${claim}`] ?? 1;
    expect(share, JSON.stringify(rows)).toBeGreaterThanOrEqual(least);
  });
});

// No row at all where it is not the day of this table; a group of no tests would count as a failure.
test.each(oneDayIn(2, 0, sampleOf(table.rows, 'ORDERS_ROWS')))(
  'measured again, to the bit: $scenario, $seed',
  { timeout: LONG },
  async ({ scenario, seed }) => {
    const recorded = table.rows.find((row) => row.scenario === scenario && row.seed === seed);
    // The stamps are right and the row is not: rows that seem sound have to be measured anew.
    expect(await measure(scenario, seed), `${again} --anew`).toEqual(recorded);
  },
);
