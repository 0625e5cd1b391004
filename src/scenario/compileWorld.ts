/** Faults and interventions, in the form the simulator reads. */
import type { Fault, FaultTiming } from '../sim/faults.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import { minutesOf, percentOf, type Clocks } from './compileClocks.ts';
import { compileScope } from './compileScope.ts';
import type { InterventionDocument } from './schemaInterventions.ts';
import type { FaultDocument } from './schemaWorld.ts';

export function compileFault(fault: FaultDocument, clocks: Clocks): Fault {
  const common: FaultTiming & { scope?: Fault['scope'] & {} } = {
    id: fault.id,
    onset: clocks.tick(fault.onset),
    ...(fault.until === undefined ? {} : { until: clocks.tick(fault.until) }),
    form:
      fault.ramp === undefined
        ? { shape: 'step' }
        : { shape: 'ramp', minutes: minutesOf(fault.ramp) },
    ...(fault.scope === undefined ? {} : { scope: compileScope(fault.scope) }),
  };
  switch (fault.kind) {
    case 'history-truncation':
      return { ...common, kind: fault.kind, version: fault.version, keep: fault.keep };
    case 'non-finite-scores':
      return {
        ...common,
        kind: fault.kind,
        version: fault.version,
        head: fault.head,
        aboveActions: fault.above,
      };
    case 'duplicate-events':
      return {
        ...common,
        kind: fault.kind,
        event: fault.event,
        build: fault.build,
        extra: percentOf(fault.extra) / 100,
      };
    case 'lost-events':
      return {
        ...common,
        kind: fault.kind,
        event: fault.event,
        build: fault.build,
        share: percentOf(fault.share) / 100,
      };
    default:
      fault satisfies { kind: 'unnormalised-popularity' };
      return { ...common, kind: fault.kind, exponent: fault.exponent, quotaFactor: fault.quota };
  }
}

export function compileIntervention(act: InterventionDocument, clocks: Clocks): InterventionSpec {
  switch (act.kind) {
    case 'rollback-model':
    case 'route-cohort':
      return { kind: act.kind, to: act.to, scope: compileScope(act.scope) };
    case 'quarantine-rows':
      return { kind: act.kind, scope: compileScope(act.scope), sinceTick: clocks.tick(act.since) };
    case 'exploration':
      return { kind: act.kind, share: percentOf(act.share) / 100 };
    default:
      return act;
  }
}
