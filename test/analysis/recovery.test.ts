/** What recovery asks for is read over what a panel shows. */
import { expect, test } from 'vitest';
import { recoveryBounds } from '../../src/analysis/recovery.ts';
import type { MetricCondition } from '../../src/scenario/compiled.ts';
import { conditionHolds, shownDeviation } from '../../src/session/advance.ts';
import { now } from '../../src/session/run.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { readScope } from '../../src/sim/telemetry/readings.ts';
import { atThinPage, EARLY_FAST, EARLY_SLOW } from '../session/cases.ts';

const bound: MetricCondition = {
  if: 'metric',
  metric: 'save_rate',
  scope: EVERYONE,
  surface: 'all',
  op: 'above',
  percent: -2,
  forMinutes: 0,
};

test('by the hour, or by the day where a case runs by the day', () => {
  for (const [scenario, hours] of [
    [EARLY_FAST, 1],
    [EARLY_SLOW, 24],
  ] as const) {
    const bounds = recoveryBounds(scenario);
    expect(bounds.map((b) => b.hours)).toEqual(scenario.recovery.conditions.map(() => hours));
    expect(bounds).toMatchObject(scenario.recovery.conditions);
  }
});

test('a bound that names its hours is read over them, another over one', () => {
  const run = atThinPage(EARLY_SLOW);
  const shown = (hours?: number): number | null => shownDeviation(run, bound, hours);
  const read = readScope(run.observer, 'save_rate', EVERYONE, 'all', now(run), 24);
  expect(shown(24)).toBe(read?.deviation);
  expect(shown()).toBe(shown(1));
  expect(shown()).not.toBe(shown(24));
  const between = (shown()! + shown(24)!) / 2;
  const holds = (hours?: number): boolean =>
    conditionHolds(run, { ...bound, percent: between, ...(hours && { hours }) });
  expect(holds()).not.toBe(holds(24));
});
