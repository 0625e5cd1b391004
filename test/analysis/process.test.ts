/**
 * What the moves of scripted players were worth, as measured: the table is of this simulator and of incidents as they are,
 * and in a thorough check one of its rows is measured again.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GOLDEN_FILE, simulatorStamp } from '../../src/cli/measuredTable.ts';
import { PROCESS_BOTS } from '../../src/cli/measureProcess.ts';
import {
  PROCESS_FILE,
  PROCESS_WRITE,
  weighedStamp,
  type ProcessTable,
} from '../../src/cli/processTable.ts';
import { playedStamp } from '../../src/cli/validityTable.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { thoroughly } from '../partOfDay.ts';
import { variantById } from '../scenario/library.ts';
import { measuredApart } from './measuredApart.ts';
import { sampleOf } from './rowsSample.ts';

type Register = CompiledScenario['offers'][number]['registers'][number];

const table = JSON.parse(readFileSync(PROCESS_FILE, 'utf8')) as ProcessTable;
const again = `Measure again: ${PROCESS_WRITE}`;
/** What every line of an incident costs under every explanation takes minutes of a core. */
const LONG = 1_200_000;

test('the table was measured on this simulator, and on incidents as they are', () => {
  expect(table.simulator, again).toBe(simulatorStamp(readFileSync(GOLDEN_FILE, 'utf8')));
  for (const { scenario } of table.rows)
    expect(table.scenarios[scenario], again).toBe(weighedStamp(variantById(scenario)));
});

test.each(table.rows)('$scenario, $seed: figures of ten for each of them', (row) => {
  expect(row.guess).toBeGreaterThanOrEqual(0);
  expect(Object.keys(row.process).toSorted()).toEqual([...PROCESS_BOTS].toSorted());
  for (const figure of Object.values(row.process)) {
    expect(figure).toBeGreaterThan(0);
    expect(figure).toBeLessThanOrEqual(10);
  }
});

test('a row is of an incident with all its explanations, whatever seed is on offer', () => {
  const scenario = variantById(table.rows[0]!.scenario);
  const [first, ...others] = scenario.hypotheses;
  const likelier = { ...scenario, hypotheses: [{ ...first!, prior: 2 * first!.prior }, ...others] };
  expect(weighedStamp(likelier)).not.toBe(weighedStamp(scenario));
  expect(weighedStamp({ ...scenario, defaultSeed: 'another' })).toBe(weighedStamp(scenario));
});

test('what is said counts, and not what it must rest on', () => {
  const scenario = variantById(table.rows[0]!.scenario);
  const withOffers = (change: (register: Register) => Partial<Register>): CompiledScenario => ({
    ...scenario,
    offers: scenario.offers.map((offer) => ({
      ...offer,
      registers: offer.registers.map((register) => ({ ...register, ...change(register) })),
    })),
  });
  const unheld = withOffers(() => ({ needs: [{ need: 'never' }] }));
  const reworded = withOffers(({ text }) => ({ text: `${text}!` }));
  for (const stampOf of [weighedStamp, playedStamp]) {
    expect(stampOf(unheld)).toBe(stampOf(scenario));
    expect(stampOf(reworded)).not.toBe(stampOf(scenario));
  }
});

test.each(sampleOf(thoroughly(table.rows), 'PROCESS_ROWS'))(
  'measured again, to the bit: $scenario, $seed',
  { timeout: LONG },
  async ({ scenario, seed }) => {
    const measured = await measuredApart('measureProcess', variantById(scenario), [seed]);
    const row = table.rows.find((r) => r.scenario === scenario && r.seed === seed)!;
    expect(measured, `${again} --anew`).toEqual([row]);
  },
);
