/** A feast is over: what a forecast without a calendar makes of the day after, and what a year ago says of it. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { MetricId } from '../../src/sim/metrics.ts';
import type { Pair } from '../../src/sim/pair.ts';
import { sim } from './compiled.ts';
import { pairAt, step } from './effects/measure.ts';

const { DAY, EVERYONE } = sim;
const OVER = 9;
const AT = OVER * DAY + 900;
const HOURS = 6;
const calendar = [
  {
    topics: [],
    regions: ['NA', 'EU-W'] as const,
    fromDay: 2,
    toDay: OVER,
    interest: 1,
    visits: 1.4,
  },
];
/** Changes nothing, and is there for the worlds to part. */
const nothing: Fault = {
  id: 'f',
  kind: 'quota',
  source: 'fresh',
  factor: 1,
  onset: AT - 120,
  form: step,
};
const knowing = sim.observe(pairAt('oak', [nothing], AT, { calendar }));
const trailing = sim.observe(pairAt('oak', [nothing], AT, { calendar, forecast: 'trailing' }));

const shown = (observer: typeof knowing, metric: MetricId, scope = EVERYONE) =>
  sim.readScope(observer, metric, scope, 'all', AT, HOURS)!;

describe('the day after a feast', () => {
  test('is flat to a line that knows the calendar, and has no year ago to be told of', () => {
    for (const metric of ['sessions', 'server_saves'] as const) {
      const { deviation, error } = shown(knowing, metric);
      expect(Math.abs(deviation)).toBeLessThan(3 * error);
      expect(sim.hasYearBefore(knowing, metric)).toBe(false);
    }
  });

  test('lies under a line drawn from the fortnight before, by as much as the feast is in it, where it was kept', () => {
    // Seven of fourteen days at 1.4.
    const feasts = shown(trailing, 'sessions', [{ region: ['NA', 'EU-W'] }]);
    expect(feasts.deviation).toBeGreaterThan(100 * (1 / 1.2 - 1) - 3 * feasts.error);
    expect(feasts.deviation).toBeLessThan(100 * (1 / 1.2 - 1) + 3 * feasts.error);
    const others = shown(trailing, 'sessions', [{ region: ['JP', 'IN'] }]);
    expect(Math.abs(others.deviation)).toBeLessThan(3 * others.error);
  });

  test('leaves rates alone, and what is reported as it is', () => {
    expect(Math.abs(shown(trailing, 'save_rate').deviation)).toBeLessThan(3);
    expect(shown(trailing, 'sessions').value).toBe(shown(knowing, 'sessions').value);
  });

  test('is no news to the same days of a year ago, a record with luck of its own', () => {
    const { deviation, error, baseline } = sim.readScope(
      trailing,
      'server_saves',
      EVERYONE,
      'all',
      AT,
      HOURS,
      'year ago',
    )!;
    expect(Math.abs(deviation)).toBeLessThan(3 * error);
    expect(error).toBeCloseTo(Math.SQRT2 * shown(trailing, 'server_saves').error, 9);
    expect(baseline).not.toBe(shown(knowing, 'server_saves').baseline);
    expect(sim.hasYearBefore(trailing, 'server_saves')).toBe(true);
    expect(sim.hasYearBefore(trailing, 'save_rate')).toBe(false);
  });

  test('still shows a fault under it', () => {
    const worse: Fault = {
      id: 'g',
      kind: 'aggregator-loss',
      event: 'save',
      share: 0.08,
      onset: AT - 600,
      form: step,
    };
    const pair: Pair = pairAt('oak', [worse], AT, { calendar, forecast: 'trailing' });
    const left = sim.readScope(sim.observe(pair), 'saves', EVERYONE, 'all', AT, HOURS, 'year ago')!;
    expect(left.deviation).toBeLessThan(-4);
    expect(left.deviation).toBeGreaterThan(-12);
  });
});
