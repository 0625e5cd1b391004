/** Is an intervention sayable here at all? Parameters are checked; whether it helps is for the world. */
import { ONLY_POOL } from '../sim/setup.ts';
import type { InterventionKind, InterventionSpec } from '../sim/interventions.ts';
import type { Scope } from '../sim/segments.ts';
import type { Run } from './run.ts';

/** Null: it can be said. Otherwise why not, as a sentence. */
type Check<K extends InterventionKind> = (
  run: Run,
  spec: Extract<InterventionSpec, { kind: K }>,
) => string | null;

const always = (): null => null;

function version(run: Run, id: string): string | null {
  const known = run.pair.live.lines.some(
    (l) => l.version === id || l.snapshots.some((s) => s.id === id),
  );
  return known ? null : `There is no version ${id}.`;
}

function build(run: Run, id: string): string | null {
  return run.pair.spec.setup.builds.some((b) => b.build === id) ? null : `There is no build ${id}.`;
}

function rollout(run: Run, id: string): string | null {
  return run.pair.spec.setup.rollouts.some((r) => r.id === id)
    ? null
    : `There is no rollout ${id}.`;
}

/** A rollout or an experiment of a layer. */
function trial(run: Run, id: string): string | null {
  return run.pair.spec.setup.experiments?.some((e) => e.id === id) === true
    ? null
    : rollout(run, id);
}

function pool(run: Run, id: string): string | null {
  return poolsOf(run).includes(id) ? null : `There is no pool ${id}.`;
}

export function poolsOf(run: Run): readonly string[] {
  const pools = run.pair.spec.setup.pools ?? [];
  return pools.length === 0 ? [ONLY_POOL.id] : pools.map((p) => p.id);
}

/** Numbers that are none fail every comparison, so they are refused too. */
const within = (value: number, least: number, most: number, otherwise: string): string | null =>
  value >= least && value <= most ? null : otherwise;

function route(run: Run, to: string, scope: Scope): string | null {
  if (scope.length === 0) return 'Nobody is selected: the order would change nothing.';
  if (scope.some((c) => c.model !== undefined))
    return 'A route cannot choose people by the version that serves them: choose by arm or by cohort.';
  return version(run, to);
}

const CHECKS: { readonly [K in InterventionKind]: Check<K> } = {
  'freeze-deploys': always,
  'stop-ramp': (run, spec) => rollout(run, spec.rollout),
  'pin-model': (run, spec) => version(run, spec.version),
  'stop-promotion': always,
  'pause-arm': (run, spec) => trial(run, spec.rollout),
  'pause-release': (run, spec) => build(run, spec.build),
  'skip-training': always,
  'stop-job': always,
  'suspend-robots': always,
  'rollback-model': (run, spec) => route(run, spec.to, spec.scope),
  'route-cohort': (run, spec) => route(run, spec.to, spec.scope),
  'promote-model': (run, spec) => version(run, spec.version),
  'nonfinite-guard': always,
  'kill-generator': always,
  'dedupe-events': (run, spec) => build(run, spec.build),
  'quarantine-rows': (_, spec) =>
    spec.scope.length === 0 ? 'Nobody is selected: no row would be set aside.' : null,
  retrain: always,
  'exposure-cap': (_, spec) =>
    within(spec.perDay, 1, 1e6, 'A cap lies between 1 and a million impressions a day.'),
  exploration: (_, spec) => within(spec.share, 0, 0.5, 'Exploration lies between 0 and 50 %.'),
  diversity: (_, spec) => within(spec.factor, 0, 5, 'The factor lies between 0 and 5.'),
  'normalise-popularity': always,
  'fix-client': (run, spec) => build(run, spec.build),
  'revert-setting': always,
  'feature-fallback': always,
  'pin-consumer': always,
  'index-alias': always,
  'revert-tower': always,
  'rebuild-index': always,
  'purge-cache': always,
  'scale-up': (run, spec) =>
    pool(run, spec.pool) ??
    within(spec.factor, 1, 10, 'A pool can be scaled by a factor between 1 and 10.'),
  'shed-load': (_, spec) =>
    within(spec.share, 0, 0.95, 'Between 0 and 95 % of the load can be shed.'),
  'retry-budget': always,
  'overflow-to-light': always,
  'replicate-keys': always,
  'image-provider': always,
  'drain-pool': (run, spec) =>
    pool(run, spec.pool) ??
    (poolsOf(run).length === 1
      ? `Pool ${spec.pool} is the only one: without it nobody is served.`
      : null),
  recalibrate: always,
  'restore-history': always,
  'cold-start': always,
  'fail-closed': always,
  'filter-off': always,
  'spam-rule': always,
  'newcomer-floor': (_, spec) => within(spec.logit, 0, 5, 'The floor lies between 0 and 5.'),
  'notification-bar': (_, spec) =>
    within(spec.factor, 0.1, 10, 'The factor lies between 0.1 and 10.'),
  'exclusive-arms': (run, spec) =>
    trial(run, spec.rollout) ??
    trial(run, spec.than) ??
    (spec.rollout === spec.than ? 'A rollout always shares people with itself.' : null),
};

export function checkAct(run: Run, spec: InterventionSpec): string | null {
  // Every kind is checked by its own; the compiler cannot follow that through an index.
  return (CHECKS[spec.kind] as (run: Run, spec: InterventionSpec) => string | null)(run, spec);
}
