/**
 * A `check` world that forks at one minute: with a fault, with a fault and orders, without anything. Differences are
 * between expected values of the panel on the same draws, or between the machines' records.
 */
import type { Fault, FaultMechanism } from '../../../src/sim/faults.ts';
import { forkWorld } from '../../../src/sim/fork.ts';
import { INTERVENTION_PRICES, type InterventionSpec } from '../../../src/sim/interventions.ts';
import type { InfraMetric } from '../../../src/sim/infra/record.ts';
import { infraSeries, machinesOf } from '../../../src/sim/infra/series.ts';
import { order } from '../../../src/sim/orders.ts';
import {
  evaluatePanel,
  V_CLOSEUPS,
  V_HIDES,
  V_IMPRESSIONS,
  V_PREDICTED,
  V_REQUESTS,
  V_SAVES,
  V_UNSAFE,
  VALUE_COUNT,
  type PanelValues,
} from '../../../src/sim/panel/evaluate.ts';
import { drawPanel, type Panel } from '../../../src/sim/panel/members.ts';
import { dayLoad } from '../../../src/sim/people/visits.ts';
import { SURFACE_COUNT } from '../../../src/sim/presets.ts';
import { SURFACES, type Scope, type Surface } from '../../../src/sim/segments.ts';
import type { WorldSetup } from '../../../src/sim/setup.ts';
import { advance } from '../../../src/sim/step.ts';
import type { World } from '../../../src/sim/world.ts';
import { DAY, worldAt } from '../worlds.ts';

/** Minute of the day with the most visits. */
export const PEAK_MINUTE = (() => {
  for (let m = 0; m < DAY; m++) if (dayLoad(m) === 1) return m;
  return 0;
})();

/** A Thursday's peak: rows of three days, two trainings, a light ranker. */
export const PEAK = 3 * DAY + PEAK_MINUTE;

export interface Base {
  readonly world: World;
  readonly panel: Panel;
  readonly twins: Map<number, { readonly world: World; readonly values: PanelValues }>;
}

export function baseAt(
  tick: number,
  setup: Partial<WorldSetup> = {},
  seed = 'oak',
  members = 1_000,
): Base {
  const world = worldAt(tick, seed, setup);
  return { world, panel: drawPanel(world, members), twins: new Map() };
}

export interface Outcome {
  readonly base: Base;
  readonly world: World;
  readonly twin: World;
  readonly live: PanelValues;
  readonly calm: PanelValues;
}

export interface Plan {
  readonly scope?: Scope;
  /** Minutes from the fork to the measurement. */
  readonly after?: number;
  /** Orders, with the minutes after the fork at which they take effect. */
  readonly orders?: readonly { readonly at: number; readonly spec: InterventionSpec }[];
  /** Further faults. */
  readonly also?: readonly FaultMechanism[];
  readonly until?: number;
}

/** The base world with a fault from its minute on. */
export function tried(base: Base, mechanism: FaultMechanism | null, plan: Plan = {}): Outcome {
  const from = base.world.tick;
  const after = plan.after ?? 2;
  const kinds = [...(mechanism === null ? [] : [mechanism]), ...(plan.also ?? [])];
  const faults = kinds.map((kind, k): Fault => ({
    ...kind,
    id: `f${k}`,
    onset: from,
    form: { shape: 'step' },
    ...(plan.until === undefined ? {} : { until: from + plan.until }),
    ...(plan.scope === undefined ? {} : { scope: plan.scope }),
  }));
  const world = forkWorld(base.world, faults);
  world.servingVersion++;
  const due = [...(plan.orders ?? [])].sort((a, b) => a.at - b.at);
  for (const [k, { at, spec }] of due.entries()) {
    const { cost, lag } = INTERVENTION_PRICES[spec.kind];
    advance(world, Math.max(world.tick, from + at - cost - lag));
    const applied = order(world, `o${k}`, spec);
    // Some take longer than a test wants to wait.
    world.applied = world.applied.map((a) =>
      a.id === applied.id ? { ...a, effectTick: from + at } : a,
    );
  }
  advance(world, from + after);
  const twin = twinAt(base, from + after);
  return {
    base,
    world,
    twin: twin.world,
    live: evaluatePanel(world, base.panel),
    calm: twin.values,
  };
}

function twinAt(base: Base, tick: number): { world: World; values: PanelValues } {
  const known = base.twins.get(tick);
  if (known !== undefined) return known;
  const world = forkWorld(base.world, []);
  advance(world, tick);
  const made = { world, values: evaluatePanel(world, base.panel) };
  base.twins.set(tick, made);
  return made;
}

export type Select = (person: number) => boolean;

/** Σ of a value, live and without the fault. */
export function sums(
  o: Outcome,
  value: number,
  surface: Surface | 'all' = 'all',
  select: Select = () => true,
): { live: number; calm: number } {
  const { person, weight } = o.base.panel;
  let live = 0;
  let calm = 0;
  for (let m = 0; m < person.length; m++) {
    if (!select(person[m]!)) continue;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      if (surface !== 'all' && SURFACES[s] !== surface) continue;
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT + value;
      live += weight[m]! * o.live.visits[m]! * o.live.values[at]!;
      calm += weight[m]! * o.calm.visits[m]! * o.calm.values[at]!;
    }
  }
  return { live, calm };
}

/** Per cent of change of a value per request, or per impression. */
export function change(
  o: Outcome,
  value: number,
  per: number,
  surface: Surface | 'all' = 'all',
  select?: Select,
): number {
  const top = sums(o, value, surface, select);
  const bottom = sums(o, per, surface, select);
  return 100 * (top.live / bottom.live / (top.calm / bottom.calm) - 1);
}

/** Saves per visit's request, closeups, hides, per cent against no fault. */
export const saves = (o: Outcome, surface: Surface | 'all' = 'all', select?: Select): number =>
  change(o, V_SAVES, V_REQUESTS, surface, select);
export const closeups = (o: Outcome, surface: Surface | 'all' = 'all', select?: Select): number =>
  change(o, V_CLOSEUPS, V_IMPRESSIONS, surface, select);
export const hides = (o: Outcome, surface: Surface | 'all' = 'all', select?: Select): number =>
  change(o, V_HIDES, V_IMPRESSIONS, surface, select);
export const stated = (o: Outcome, surface: Surface | 'all' = 'all', select?: Select): number =>
  change(o, V_PREDICTED, V_REQUESTS, surface, select);
export const unsafe = (o: Outcome): { live: number; calm: number } => {
  const bad = sums(o, V_UNSAFE);
  const all = sums(o, V_IMPRESSIONS);
  return { live: (100 * bad.live) / all.live, calm: (100 * bad.calm) / all.calm };
};

/** A series of the machines: its mean over the `minutes` before the measurement, live and without the fault. */
export function machines(
  o: Outcome,
  metric: InfraMetric,
  minutes = 1,
  pool = 'main',
): { live: number; calm: number } {
  const { tick } = o.world;
  const mean = (world: World): number => {
    const series = infraSeries(machinesOf(world), pool, metric, tick - minutes, tick);
    return series.reduce((sum, v) => sum + v, 0) / series.length;
  };
  return { live: mean(o.world), calm: mean(o.twin) };
}

/** Idea counts by source over the day so far, live and without the fault. */
export function today(
  o: Outcome,
  figure: (world: World) => number,
): { live: number; calm: number } {
  return { live: figure(o.world), calm: figure(o.twin) };
}
