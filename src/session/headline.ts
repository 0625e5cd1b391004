/** The page's headline, with the deviation the alert rule read when it fired. */
import { METRICS } from '../sim/metrics.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSystem } from '../sim/telemetry/system.ts';
import type { Run } from './run.ts';

/** Per cent off the baseline by the alert rule's own window, at the page. Null where it cannot be read. */
export function alertDeviation(run: Run): number | null {
  const { rule } = run.scenario.page;
  const { pageTick } = run.scenario.world;
  if (!METRICS[rule.metric].cuttable)
    return readSystem(run.observer, rule.metric, pageTick)?.deviation ?? null;
  return (
    readScope(
      run.observer,
      rule.metric,
      rule.scope,
      rule.surface,
      pageTick,
      Math.max(0.5, rule.minutes / 60),
    )?.deviation ?? null
  );
}

const shown = new WeakMap<object, string>();

export function headlineOf(run: Run): string {
  // The page does not change with what came after it: read once, before anything is done.
  const known = shown.get(run.lattice);
  if (known !== undefined) return known;
  const deviation = alertDeviation(run);
  const text =
    deviation === null
      ? run.scenario.page.shippedHeadline
      : run.scenario.page.headline.replace(
          '{deviation}',
          `${deviation < 0 ? '−' : '+'}${Math.abs(Math.round(deviation))} %`,
        );
  shown.set(run.lattice, text);
  return text;
}
