/** One fault-free world, measured for calibration. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { createPair, advancePair, measure } from '../../sim/pair.ts';
import { falseAlarmRate } from '../../sim/telemetry/falseAlarm.ts';
import { observe, type Observer } from '../../sim/telemetry/observer.ts';
import { readRule, rings } from '../../session/ruleReading.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { plainSpec } from '../validation/worlds.ts';
import { baselinesOf, type Baseline } from './baselines.ts';
import { noiseSquares, type NoiseSquares } from './noise.ts';
import { ALIKE, driftPsis, ratioPs } from './tests.ts';

const DAYS = 14;
const NOISE_DAYS = 6;

export interface AlertReadings {
  readonly scenario: string;
  readonly readings: number;
  readonly fired: number;
  /** As many as the errors of the readings let one expect. */
  readonly stated: number;
}

export interface CalibrationFigures {
  readonly baselines: Readonly<Record<Baseline, number>>;
  readonly ratioPs: readonly number[];
  readonly psis: readonly number[];
  readonly noise: readonly NoiseSquares[];
  readonly alerts: readonly AlertReadings[];
}

/** Four builds share the platforms unevenly, so that one is of the size noise is declared for. */
const BUILDS = [
  { build: 'android a', platform: 'android', adoption: [{ tick: 0, share: 1 }] },
  { build: 'android b', platform: 'android', adoption: [{ tick: 0, share: 0.1 }] },
  { build: 'ios', platform: 'ios', adoption: [{ tick: 0, share: 1 }] },
  { build: 'web', platform: 'web', adoption: [{ tick: 0, share: 1 }] },
] as const;

export function calibrate(
  seed: string,
  scenarios: readonly CompiledScenario[],
): CalibrationFigures {
  const pageTick = DAYS * MINUTES_PER_DAY;
  const spec = plainSpec(seed, [], { pageTick, builds: BUILDS, experiments: ALIKE.slice(1, 2) });
  const pair = createPair(spec, MINUTES_PER_DAY);
  advancePair(pair, pageTick + 1);
  measure(pair);
  const observer = observe(pair);
  const arms = { ...pair.live, spec: plainSpec(seed, [], { pageTick, experiments: ALIKE }) };
  return {
    baselines: baselinesOf(pair.live),
    ratioPs: ratioPs(arms, DAYS),
    psis: driftPsis(pair.live),
    noise: noiseSquares(observer, pageTick, NOISE_DAYS),
    alerts: scenarios.map((scenario) => alertReadings(observer, scenario, pageTick)),
  };
}

/** Would the incident's alert have fired, asked every four hours? Rules of whole days or of people not there: no readings. */
function alertReadings(observer: Observer, scenario: CompiledScenario, end: number): AlertReadings {
  const { rule } = scenario.page;
  let readings = 0;
  let fired = 0;
  let stated = 0;
  for (let tick = end; tick > end - NOISE_DAYS * MINUTES_PER_DAY; tick -= 240) {
    const reading = readRule(observer, rule, tick);
    if (reading === null || reading.error === null) continue;
    readings++;
    stated += falseAlarmRate(rule.op, rule.percent, reading.error);
    if (rings(rule, reading)) fired++;
  }
  return { scenario: scenario.id, readings, fired, stated };
}
