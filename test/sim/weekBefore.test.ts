/** The line of a week before: what was reported then, at the same hours, and nothing where there was no then. */
import { expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { MetricId } from '../../src/sim/metrics.ts';
import type { Pair } from '../../src/sim/pair.ts';
import type { Dimension } from '../../src/sim/segments.ts';
import { sim } from './compiled.ts';
import { step } from './effects/measure.ts';

const { DAY, WEEK_MINUTES, EVERYONE } = sim;
const ONSET = 9 * DAY;
const AT = ONSET + 1380;

const base = sim.worldAt(ONSET - 1, 'oak');
const panel = sim.drawPanel(base, 400);

function run(faults: readonly Fault[]): Pair {
  const pair = sim.partedPair(base, panel, faults, ONSET - 1);
  sim.measure(pair);
  sim.advancePair(pair, AT);
  sim.measure(pair);
  return pair;
}

/** Points of `minutes` in the last `days`, and the same a week before each. */
function read(
  pair: Pair,
  metric: MetricId,
  by: Dimension | null,
  days: number,
  minutes: number,
): {
  readonly keys: readonly string[];
  readonly before: readonly (readonly (number | null)[])[];
  /** Read as a series of its own, then. */
  readonly reported: readonly (readonly (number | null)[])[];
  readonly ticks: readonly number[];
} {
  const observer = sim.observe(pair);
  const from = AT - (AT % DAY) - days * DAY;
  const series = sim.readSeries(observer, metric, by, EVERYONE, 'all', from, AT, minutes);
  const before = sim.readWeekBefore(observer, metric, by, EVERYONE, 'all', series, minutes);
  const earlier = sim.readSeries(
    observer,
    metric,
    by,
    EVERYONE,
    'all',
    from - WEEK_MINUTES,
    AT - WEEK_MINUTES,
    minutes,
  );
  const reported = series.keys.map((key) => earlier.values[earlier.keys.indexOf(key)]!);
  return { keys: series.keys, before, reported, ticks: series.ticks };
}

const QUIET = run([]);

test.each(['save_rate', 'saves', 'sessions'] as const)(
  'of %s it is what was reported at those hours, group by group',
  (metric) => {
    const { before, reported } = read(QUIET, metric, 'region', 1, 60);
    expect(before.length).toBeGreaterThan(4);
    expect(before.flat().every((value) => value !== null && value > 0)).toBe(true);
    expect(before).toEqual(reported);
  },
);

test('before the record began there is nothing, and what the series holds itself is not read twice', () => {
  const { before, ticks } = read(QUIET, 'saves', null, 9, DAY);
  expect(ticks[0]).toBe(0);
  expect(before[0]!.slice(0, 7)).toEqual(Array(7).fill(null));
  const again = read(QUIET, 'saves', null, 1, DAY);
  expect(before[0]!.at(-1)).toBe(again.reported[0]!.at(-1));
});

test('a panel that compares the wrong hours lays them beside those regions alone', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'misaligned-panels',
    minutes: 60,
    scope: [{ region: ['EU-W'] }],
    onset: ONSET,
    form: step,
  };
  const { keys, before, reported } = read(run([fault]), 'saves', 'region', 0, 60);
  const apart = (region: string): number => {
    const g = keys.indexOf(region);
    return Math.abs(before[g]!.at(-1)! / reported[g]!.at(-1)! - 1);
  };
  // Late evening in western Europe: an hour is a quarter of the traffic.
  expect(apart('EU-W')).toBeGreaterThan(0.1);
  expect(apart('NA')).toBe(0);
});
