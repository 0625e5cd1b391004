import { expect, test } from 'vitest';
import { falseAlarmRate } from '../../src/sim/telemetry/falseAlarm.ts';

test('a threshold of so many errors is passed as often as a normal number is', () => {
  expect(falseAlarmRate('below', -3, 3)).toBeCloseTo(0.158655, 5);
  expect(falseAlarmRate('below', -6, 3)).toBeCloseTo(0.02275, 5);
  expect(falseAlarmRate('above', 6, 3)).toBeCloseTo(0.02275, 5);
  // A threshold on the other side of the baseline is passed most of the time.
  expect(falseAlarmRate('below', 3, 3)).toBeCloseTo(0.841345, 5);
  expect(falseAlarmRate('above', 1, 0)).toBe(0);
  expect(falseAlarmRate('above', -1, 0)).toBe(1);
});
