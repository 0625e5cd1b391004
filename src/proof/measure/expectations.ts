/** What an incident expects of its own mechanism, measured in one world with nothing done. */
import { advanceTo } from '../../session/advance.ts';
import { startRun } from '../../session/replay.ts';
import { now, type Run } from '../../session/run.ts';
import type { CompiledScenario, Expectation } from '../../scenario/compiled.ts';
import { dayOf, MINUTES_PER_DAY } from '../../sim/clock.ts';
import { METRICS } from '../../sim/metrics.ts';
import type { Observer } from '../../sim/telemetry/observer.ts';
import { readScope } from '../../sim/telemetry/readings.ts';
import { systemAt } from '../../sim/telemetry/system.ts';
import { inWorld } from '../../scenario/inWorld.ts';

export interface Measured {
  readonly id: string;
  readonly seed: string;
  /** Per cent against the fault-free world; null where there was nothing to read. */
  readonly deviation: number | null;
  readonly error: number | null;
  readonly holds: boolean;
}

export function measureExpectations(scenario: CompiledScenario, seed: string): Measured[] {
  return expectationsIn(startRun(inWorld(scenario, 'check'), seed));
}

/** `run`: at its page, and moved on from there. */
export function expectationsIn(run: Run): Measured[] {
  return expectationsOf(run, run.scenario.expectations);
}

/** The same for any readings one may expect something of. */
export function expectationsOf(run: Run, expectations: readonly Expectation[]): Measured[] {
  const { scenario, seed } = run;
  const { pageTick } = scenario.world;
  // Windows in the order of their ends: the world goes on between them, and nobody does anything.
  return expectations
    .toSorted((a, b) => a.window[1] - b.window[1])
    .map((expectation) => {
      const end = pageTick + expectation.window[1];
      if (end > now(run)) advanceTo(run, end, undefined, undefined, true);
      const reading = readWindow(run.observer, expectation, pageTick);
      return {
        id: expectation.id,
        seed,
        deviation: reading?.deviation ?? null,
        error: reading?.error ?? null,
        holds: reading !== null && holds(expectation, reading.deviation),
      };
    });
}

interface WindowReading {
  readonly deviation: number;
  readonly error: number;
}

function readWindow(
  observer: Observer,
  { metric, scope, surface, window }: Expectation,
  pageTick: number,
): WindowReading | null {
  const from = pageTick + window[0];
  const to = pageTick + window[1];
  if (METRICS[metric].cuttable)
    return readScope(observer, metric, scope, surface, to, (to - from) / 60);
  return readDays(observer, metric, from, to);
}

/** A figure of the whole service: the mean over the days that end inside the window. */
function readDays(
  observer: Observer,
  metric: Expectation['metric'],
  from: number,
  to: number,
): WindowReading | null {
  const readings = [];
  for (let day = dayOf(from); (day + 1) * MINUTES_PER_DAY <= to; day++) {
    const reading = systemAt(observer, metric, day);
    if (reading !== null) readings.push(reading);
  }
  if (readings.length === 0) return null;
  const mean = readings.reduce((sum, r) => sum + r.deviation, 0) / readings.length;
  return { deviation: mean, error: (readings[0]?.error ?? 0) / Math.sqrt(readings.length) };
}

function holds(expectation: Expectation, deviation: number): boolean {
  switch (expectation.expect) {
    case 'up':
      return deviation >= expectation.percent;
    case 'down':
      return deviation <= -expectation.percent;
    case 'flat':
      return Math.abs(deviation) <= expectation.percent;
  }
}
