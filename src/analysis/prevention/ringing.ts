/** When an alert rule would have rung, by what everybody was shown. */
import type { AlertRule } from '../../scenario/compiled.ts';
import { readRule, rings } from '../../session/ruleReading.ts';
import type { Observer } from '../../sim/telemetry/observer.ts';

/** Minutes between the readings of a rule over weeks. */
export const EVERY = { minutes: 15, days: 360 } as const;

/** A rule that falls silent for less than that has not rung anew: readings. */
const SAME_RING = 4;

/**
 * Minutes in [from, to] at which it begins to ring, read every `step` minutes. `enough`: no more than that many are
 * looked for.
 */
export function ringsBetween(
  observer: Observer,
  rule: AlertRule,
  from: number,
  to: number,
  step: number,
  enough = Infinity,
): number[] {
  const begun: number[] = [];
  let last = -Infinity;
  for (let tick = from; tick <= to && begun.length < enough; tick += step) {
    const reading = readRule(observer, rule, tick);
    if (reading === null || !rings(rule, reading)) continue;
    if (tick - last > SAME_RING * step) begun.push(tick);
    last = tick;
  }
  return begun;
}
