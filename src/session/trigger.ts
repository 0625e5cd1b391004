/** A wait that ends early, when a reading passes a bound. */
import { METRICS } from '../sim/metrics.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSystem } from '../sim/telemetry/system.ts';
import type { WaitTrigger } from './commands.ts';
import { now, type Run } from './run.ts';

/** What waiting came to, in a sentence; `minutes`: that were asked for. */
export function waitedWords(waited: number, minutes: number, trigger?: WaitTrigger): string {
  const long = `Waited ${waited} ${waited === 1 ? 'minute' : 'minutes'}`;
  if (trigger === undefined || waited >= minutes) return `${long}.`;
  const { metric, op, percentOfBaseline } = trigger;
  const bound = `${String(percentOfBaseline).replace('-', '−')} %`;
  return `${long}: ${METRICS[metric].label} stands ${op} ${bound} against its own past.`;
}

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
