/** What an alert rule reads at a minute, by its own window, as everybody is shown it. */
import type { AlertRule } from '../scenario/compiled.ts';
import { METRICS } from '../sim/metrics.ts';
import type { Observer } from '../sim/telemetry/observer.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSystem } from '../sim/telemetry/system.ts';
import type { Run } from './run.ts';

export interface RuleReading {
  /** Per cent off the baseline. */
  readonly deviation: number;
  /** Standard error of that, percentage points; null where the metric has none. */
  readonly error: number | null;
}

/** Null where it cannot be read. */
export function readRule(observer: Observer, rule: AlertRule, tick: number): RuleReading | null {
  const { metric, scope, surface, minutes } = rule;
  if (METRICS[metric].cuttable)
    return readScope(observer, metric, scope, surface, tick, Math.max(0.5, minutes / 60));
  const deviation = readSystem(observer, metric, tick)?.deviation ?? null;
  return deviation === null ? null : { deviation, error: null };
}

/** Does the rule of an incident's page ring as the run stands? What cannot be read does not. */
export function isRinging({
  scenario,
  observer,
  pair,
}: Pick<Run, 'scenario' | 'observer' | 'pair'>): boolean {
  const { rule } = scenario.page;
  const reading = readRule(observer, rule, pair.live.tick);
  return reading !== null && rings(rule, reading);
}

/** Is the reading past the threshold? */
export const rings = ({ op, percent }: AlertRule, { deviation }: RuleReading): boolean =>
  op === 'above' ? deviation > percent : deviation < percent;
