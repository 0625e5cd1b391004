/** Figures of a day are read from the last day whose books are closed, at every minute. */
import { expect, test } from 'vitest';
import { dayOf, MINUTES_PER_DAY } from '../../src/sim/clock.ts';
import { readSystem, type SystemReading } from '../../src/sim/telemetry/system.ts';
import { atThinPage, EARLY_SLOW } from '../session/cases.ts';
import { session } from '../session/compiled.ts';

test('there is one at midnight, the day before’s; a minute later it is yesterday’s', () => {
  const run = atThinPage(EARLY_SLOW);
  const midnight = (dayOf(session.now(run)) + 1) * MINUTES_PER_DAY;
  const readAt = (tick: number): SystemReading => {
    session.dispatch(run, { kind: 'wait', minutes: tick - session.now(run) });
    expect(session.now(run)).toBe(tick);
    return readSystem(run.observer, 'head_share', tick)!;
  };
  const evening = readAt(midnight - 1);
  expect(readAt(midnight)).toEqual(evening);
  expect(evening.day).toBe(dayOf(midnight) - 2);
  expect(readAt(midnight + 1).day).toBe(dayOf(midnight) - 1);
});
