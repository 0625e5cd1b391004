/** World, faults and interventions, in the form the simulator reads. */
import type { Fault, FaultShape, FaultTiming } from '../sim/faults.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import { TOPICS } from '../sim/presets.ts';
import type { CalendarEntry, ExperimentSpec, RobotSpec, WorldSetup } from '../sim/setup.ts';
import { dayOf } from '../sim/clock.ts';
import { parsePercent, parseTime } from './clock.ts';
import { minutesOf, percentOf, type Clocks } from './compileClocks.ts';
import { compileScope } from './compileScope.ts';
import { readFields, type AnyKind } from './kinds/document.ts';
import { FAULT_TABLE, SHAPE_TABLE } from './kinds/faults.ts';
import { ORDER_TABLE } from './kinds/orders.ts';
import type { FaultDocument, ShapeDocument } from './schemaFaults.ts';
import type { InterventionDocument } from './schemaInterventions.ts';
import type { WorldDocument } from './schemaWorld.ts';

export function compileWorld(world: WorldDocument, clocks: Clocks): WorldSetup {
  return {
    preset: world.preset ?? 'standard',
    pageTick: clocks.pageTick,
    horizon: minutesOf(world.horizon),
    harmHorizon: minutesOf(world.harm),
    builds: world.builds.map(({ build, platform, adoption }) => ({
      build,
      platform,
      adoption: adoption.map(({ at, share }) => ({
        tick: clocks.tick(at),
        share: percentOf(share) / 100,
      })),
    })),
    models: world.models.map(({ version, history, lift, latency, ready }) => ({
      version,
      historyCap: history,
      lift: lift === undefined ? 0 : (parsePercent(lift) ?? 0) / 100,
      latencyMs: latency ?? 0,
      ready: {
        artefact: ready.artefact,
        rehearsedDaysAgo: ready.rehearsed === undefined ? null : minutesOf(ready.rehearsed) / 1440,
        featuresServed: ready.features,
      },
    })),
    rollouts: world.rollouts.map(({ stages, ...rollout }) => ({
      ...rollout,
      stages: stages.map(({ at, share }) => ({
        tick: clocks.tick(at),
        share: percentOf(share) / 100,
      })),
    })),
    ...(world.pools === undefined
      ? {}
      : {
          pools: world.pools.map(({ share, ...pool }) => ({
            ...pool,
            share: percentOf(share) / 100,
          })),
        }),
    ...(world.experiments === undefined
      ? {}
      : { experiments: world.experiments.map((e) => compileExperiment(e, clocks)) }),
    ...(world.calendar === undefined
      ? {}
      : { calendar: world.calendar.map((entry) => compileSeason(entry, clocks)) }),
    ...(world.forecast === 'trailing' ? { forecast: world.forecast } : {}),
    ...(world.robots === undefined ? {} : { robots: world.robots.map(compileRobot) }),
    trainingMinute: parseTime(world.training) ?? 0,
    autoPromote: world.promote,
  };
}

type Listed<K extends 'experiments' | 'calendar' | 'robots'> = NonNullable<
  WorldDocument[K]
>[number];

function compileExperiment(
  { id, layer, from, until, arms }: Listed<'experiments'>,
  clocks: Clocks,
): ExperimentSpec {
  return {
    id,
    layer,
    arms: arms.map((arm) => ({ id: arm.id, share: percentOf(arm.share) / 100 })),
    fromTick: clocks.tick(from),
    ...(until === undefined ? {} : { toTick: clocks.tick(until) }),
  };
}

function compileSeason(
  { topics, regions, from, until, interest, visits }: Listed<'calendar'>,
  clocks: Clocks,
): CalendarEntry {
  return {
    topics: topics.map((topic) => TOPICS.indexOf(topic)),
    ...(regions === undefined ? {} : { regions }),
    fromDay: dayOf(clocks.tick(from)),
    toDay: dayOf(clocks.tick(until)),
    interest: percentOf(interest) / 100,
    visits: percentOf(visits) / 100,
  };
}

function compileRobot({ id, act, target, fall, delay }: Listed<'robots'>): RobotSpec {
  return {
    id,
    act,
    target,
    fall: percentOf(fall) / 100,
    ...(delay === undefined ? {} : { delay: minutesOf(delay) }),
  };
}

export function compileFault(fault: FaultDocument, clocks: Clocks): Fault {
  const timing: FaultTiming = {
    id: fault.id,
    onset: clocks.tick(fault.onset),
    ...(fault.until === undefined ? {} : { until: clocks.tick(fault.until) }),
    form: compileShape(fault.shape, clocks),
  };
  const mechanism: AnyKind = FAULT_TABLE[fault.kind];
  return {
    ...timing,
    ...(fault.scope === undefined ? {} : { scope: compileScope(fault.scope) }),
    kind: fault.kind,
    ...readFields(mechanism, fault, clocks),
    // The table holds every field of the kind with its type; kind and fields together are what the union says.
  } as Fault;
}

function compileShape(shape: ShapeDocument | undefined, clocks: Clocks): FaultShape {
  if (shape === undefined) return { shape: 'step' };
  const form: AnyKind = SHAPE_TABLE[shape.form];
  return { shape: shape.form, ...readFields(form, shape, clocks) } as FaultShape;
}

export function compileIntervention(act: InterventionDocument, clocks: Clocks): InterventionSpec {
  const order: AnyKind = ORDER_TABLE[act.kind];
  return { kind: act.kind, ...readFields(order, act, clocks) } as InterventionSpec;
}
