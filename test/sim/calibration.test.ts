/** Worlds in which nothing goes wrong: what is shown of them, and what tests find in them. Few seeds; `validate` takes many. */
import { describe, expect, test } from 'vitest';
import { validation } from '../validation/compiled.ts';

const { calibrate, reportOf } = validation;

const SEEDS = ['seed-1', 'seed-2'];
const report = reportOf(SEEDS.map((seed) => calibrate(seed, [])));

describe('a world without faults', () => {
  test.each(['global', 'region', 'build'])(
    'shows hourly saves of a cell “%s” with the noise declared for it',
    (cell) => {
      const row = report.noise.find((n) => n.cell === cell && n.hours === 1)!;
      // Some hundred readings: their root mean square is known to a tenth.
      expect(row.ratio).toBeGreaterThan(0.7);
      expect(row.ratio).toBeLessThan(1.3);
    },
  );

  test('shows no fault: readings are beyond two errors as often as chance has it', () => {
    expect(report.beyondTwo).toBeLessThan(0.08);
    expect(report.beyondThree).toBeLessThan(0.006);
  });

  test('has sample ratios that are refused at their nominal level', () => {
    const { found, tests, level } = report.sampleRatio;
    const spread = 3 * Math.sqrt(tests * level * (1 - level));
    expect(Math.abs(found - tests * level)).toBeLessThan(spread);
  });

  test('has no drift in any input from one day to the next', () => {
    expect(report.drift.found).toBe(0);
  });

  test.each([
    'closeups per impression',
    'hides per impression',
    'impressions per session',
    'share of saves: home',
    'share of saves: related',
    'share of saves: search',
    'p50, ms',
    'p99, ms',
    'topic entropy of a slate',
    'Gini of creators',
    'calibration of saves',
    'label-join rate',
  ])('holds the baseline of %s', (id) => {
    const row = report.baselines.find((b) => b.id === id)!;
    // Two seeds: a little more than the tenth that many are held to.
    expect(Math.abs(row.ratio - 1)).toBeLessThan(0.15);
  });
});
