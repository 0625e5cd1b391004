/** A wait that ends early, when a reading passes a bound. */
import { METRICS } from '../sim/metrics.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSystem } from '../sim/telemetry/system.ts';
import type { WaitTrigger } from './commands.ts';
import { now, type Run } from './run.ts';

export function stopWhen(run: Run, trigger: WaitTrigger | undefined): (() => boolean) | undefined {
  if (trigger === undefined) return undefined;
  return () => {
    const reading = METRICS[trigger.metric].cuttable
      ? readScope(run.observer, trigger.metric, trigger.scope, 'all', now(run), 1)
      : readSystem(run.observer, trigger.metric, now(run));
    if (reading === null) return false;
    return trigger.op === 'above'
      ? reading.deviation > trigger.percentOfBaseline
      : reading.deviation < trigger.percentOfBaseline;
  };
}
