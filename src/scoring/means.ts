/** What a scenario's means touch: which principles can be exercised there at all, and which levers work. */
import type { FaultKind } from '../sim/faults.ts';
import type { InterventionKind, InterventionSpec } from '../sim/interventions.ts';
import type { Scope } from '../sim/segments.ts';
import type { CompiledScenario, PlayLine } from '../scenario/compiled.ts';
import type { Order } from './logbook.ts';

/** Rows that do not say what people did go into the nightly training. */
export function taintsTraining(scenario: CompiledScenario): boolean {
  return scenario.faults.some((f) => TAINTS.has(f.kind));
}

/** What reaches the rows by way of the log: events that were not, or were not the act of a person who saw an idea. */
const TAINTS: ReadonlySet<FaultKind> = new Set([
  'duplicate-events',
  'lost-events',
  'unpainted',
  'save-bots',
]);

/** What was shown decides what is shown next. */
export function isLoop(scenario: CompiledScenario): boolean {
  return scenario.faults.some((f) => f.kind === 'unnormalised-popularity');
}

/** What is wrong falls on people of whom little is known yet. */
export function hurtsNewcomers(scenario: CompiledScenario): boolean {
  return scenario.faults.some((f) => f.kind === 'lost-onboarding' || f.kind === 'cold-start-prior');
}

/** A rollout is read out as an experiment, or what is wrong is wrong in an arm. */
export function hasExperiment(scenario: CompiledScenario): boolean {
  return (
    scenario.world.rollouts.some((r) => r.experiment) ||
    scenario.faults.some((f) => f.scope?.some((c) => c.overlap !== undefined) === true)
  );
}

/** Is this ranker version what is wrong, or where it is wrong? */
export function blamed(scenario: CompiledScenario, version: string): boolean {
  return scenario.faults.some(
    (f) =>
      ('version' in f && f.version === version) ||
      f.scope?.some((c) => c.model?.includes(version) || c.arm?.includes(version)) === true,
  );
}

const ON_ARMS: ReadonlySet<InterventionKind> = new Set([
  'rollback-model',
  'route-cohort',
  'promote-model',
  'pause-arm',
  'stop-ramp',
  'exclusive-arms',
]);

/** Did the page, or what was ordered, turn on an experiment? One that merely runs beside it asks nothing of anybody. */
export function turnsOnExperiment(scenario: CompiledScenario, orders: readonly Order[]): boolean {
  if (!hasExperiment(scenario)) return false;
  const paged = scenario.page.rule.scope.some(
    (c) => c.arm !== undefined || c.overlap !== undefined || c.model !== undefined,
  );
  return paged || orders.some(({ spec }) => ON_ARMS.has(spec.kind));
}

/** Some machinery will bring a version back unless it is held. */
export function isArmed(scenario: CompiledScenario): boolean {
  return scenario.chart.states.some(
    (state) =>
      state.entry.some((e) => e.do === 'arm-promotion') ||
      state.transitions.some((t) => t.effects.some((e) => e.do === 'arm-promotion')),
  );
}

const REVERSALS: readonly InterventionKind[] = ['rollback-model', 'route-cohort', 'pause-arm'];

/** Takes people off a ranker version. An arm that is paused may be of an experiment that has none. */
export function reverses({ world }: CompiledScenario, spec: InterventionSpec): boolean {
  if (spec.kind === 'pause-arm') return world.rollouts.some((r) => r.id === spec.rollout);
  return REVERSALS.includes(spec.kind);
}

/** Kinds that keep a version from coming back by itself. */
export const KEEPERS: readonly InterventionKind[] = [
  'pin-model',
  'stop-promotion',
  'freeze-deploys',
];

/** Lines of play that work: from where the player began and, where the shift was taken over, from the page as well. */
function goodLines({ references, handover }: CompiledScenario): readonly PlayLine[] {
  return [...references, ...(handover?.fromPage ?? [])];
}

/** Kinds of order that some good line of play uses; a reversal stands for every way of reversing. */
export function workingKinds(scenario: CompiledScenario): ReadonlySet<InterventionKind> {
  const kinds = new Set(goodLines(scenario).flatMap((r) => r.steps.map((s) => s.act.kind)));
  if (scenario.rollback === 'right' || scenario.rollback === 'partial')
    for (const kind of REVERSALS) kinds.add(kind);
  return kinds;
}

const STOPGAPS: ReadonlySet<InterventionKind> = new Set([
  'freeze-deploys',
  'stop-ramp',
  'pin-model',
  'stop-promotion',
  'pause-release',
  'stop-job',
  'suspend-robots',
]);

/** Does the order act on what is wrong, rather than only keep it from growing? */
export function heals(scenario: CompiledScenario, spec: InterventionSpec): boolean {
  return workingKinds(scenario).has(spec.kind) && !STOPGAPS.has(spec.kind);
}

export function scopeOf(spec: InterventionSpec): Scope | null {
  switch (spec.kind) {
    case 'rollback-model':
    case 'route-cohort':
    case 'quarantine-rows':
      return spec.scope;
    case 'promote-model':
      return [{}];
    case 'dedupe-events':
    case 'fix-client':
      return [{ build: [spec.build] }];
    case 'pin-consumer':
      return [{ surface: [spec.surface] }];
    case 'drain-pool':
      return [{ pool: [spec.pool] }];
    default:
      return null;
  }
}

/** The same kind for the same people stands in one of the good lines: then it is as good here as any. */
export function isReferenceMove(scenario: CompiledScenario, spec: InterventionSpec): boolean {
  const key = JSON.stringify(scopeOf(spec));
  return goodLines(scenario).some((r) =>
    r.steps.some((s) => s.act.kind === spec.kind && JSON.stringify(scopeOf(s.act)) === key),
  );
}

/** A lever for fewer than everyone is part of some good line. */
export function hasNarrowLever(scenario: CompiledScenario): boolean {
  return goodLines(scenario).some((r) =>
    r.steps.some((s) => {
      const scope = scopeOf(s.act);
      return scope !== null && !scope.some((c) => Object.keys(c).length === 0);
    }),
  );
}

/** Remedies whose worth shows only after days. */
const LONG_RUN: ReadonlySet<InterventionKind> = new Set([
  'exploration',
  'diversity',
  'exposure-cap',
  'normalise-popularity',
  'newcomer-floor',
]);

export function isLongRun(order: Order): boolean {
  const { spec } = order;
  return LONG_RUN.has(spec.kind) || (spec.kind === 'retrain' && spec.recipe !== 'plain');
}
