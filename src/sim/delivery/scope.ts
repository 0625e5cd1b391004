/** Does a person, at a minute and on a surface, fall into a scope? */
import { dayOf } from '../clock.ts';
import {
  ACTIVITIES,
  DEVICE_TIERS,
  ENTRIES,
  HISTORY_LENGTHS,
  LANGUAGES,
  NETWORKS,
  PLATFORMS,
  REGIONS,
  SURFACES,
  TENURES,
  type Conjunction,
  type Dimension,
  type Scope,
} from '../segments.ts';
import type { World } from '../world.ts';
import { buildOf } from './adoption.ts';
import { overlapOf } from './experiments.ts';
import { movedShare, pickPool, poolPlace } from './pools.ts';
import { uniform } from '../../determinism/random.ts';
import { HOME } from '../presets.ts';
import { armBucket, rolloutShare } from './routing.ts';

/** Index into TENURES for days since sign-up. */
export function tenureClass(days: number): number {
  return days <= 1 ? 0 : days <= 7 ? 1 : days <= 28 ? 2 : 3;
}

/** Index into HISTORY_LENGTHS for a number of logged actions. */
export function historyClass(actions: number): number {
  return actions <= 20 ? 0 : actions <= 100 ? 1 : actions <= 300 ? 2 : 3;
}

/** Index of the build a person has. */
export function personBuild(world: World, person: number, tick: number): number {
  const platform = PLATFORMS[world.people.platform[person]!]!;
  return buildOf(
    world.spec.setup.builds,
    platform,
    world.people.adoption[person]!,
    tick,
    world.control.pausedReleases,
  );
}

/**
 * Index of the ranker line that serves a person: rollouts in order, then routes, the last matching one winning.
 * Routes may not select by `model`: that would ask what the answer is.
 */
export function servedLine(world: World, person: number, surface: number, tick: number): number {
  let version = world.lines[0]!.version;
  const { rollouts } = world.spec.setup;
  for (let r = 0; r < rollouts.length; r++) {
    const rollout = rollouts[r]!;
    if (armBucket(world.keys.assignment, r, person) < rolloutShare(rollout, tick, world.control))
      version = rollout.to;
    else if (version === rollout.to) version = rollout.from;
  }
  for (const route of world.control.routes)
    if (inScope(world, route.scope, person, surface, tick)) version = route.to;
  return lineIndex(world, version);
}

/** Index of a version's line; the first where none has that name. */
export function lineIndex(world: World, version: string): number {
  for (let l = 0; l < world.lines.length; l++) if (world.lines[l]!.version === version) return l;
  return 0;
}

/** The experiment arm of a person in the scenario's first experiment; null where there is none. */
export function armOf(world: World, person: number, tick: number): string | null {
  const { rollouts } = world.spec.setup;
  for (let r = 0; r < rollouts.length; r++) {
    const rollout = rollouts[r]!;
    if (!rollout.experiment) continue;
    // Assignment is by bucket and outlives a re-route: a rerouted person stays in their arm's read-out.
    const share = rolloutShare(rollout, tick, { ...world.control, held: {} });
    return armBucket(world.keys.assignment, r, person) < share ? rollout.to : rollout.from;
  }
  return null;
}

const NOTHING: readonly string[] = [];

/** Place of the pool that serves a person; they stay with it while the balancer's shares stand. 0 where there is one. */
export function poolIndex(world: World, person: number, tick: number): number {
  const { pools } = world.spec.setup;
  if (pools === undefined || pools.length < 2) return 0;
  const { drained } = world.control;
  const key = world.keys.assignment;
  let home = pickPool(pools, NOTHING, uniform(key, person, 7, 7));
  // What the balancer moves to a pool is taken from the others in proportion.
  for (const fault of world.faults) {
    if (fault.kind !== 'pool-share') continue;
    if (uniform(key, person, 7, 8) >= movedShare(world, fault, tick)) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, HOME, tick)) continue;
    home = poolPlace(world, fault.pool);
    break;
  }
  // Whose pool is drained goes to one of the others, in proportion, and stays there.
  if (drained.length > 0 && drained.includes(pools[home]!.id))
    return pickPool(pools, drained, uniform(key, person, 7, 9));
  return home;
}

/** The value of one dimension for a person, as its label. */
export function valueOf(
  world: World,
  dimension: Dimension,
  person: number,
  surface: number,
  tick: number,
): string {
  const { people } = world;
  switch (dimension) {
    case 'surface':
      return SURFACES[surface] ?? 'home';
    case 'region':
      return REGIONS[people.region[person]!]!;
    case 'platform':
      return PLATFORMS[people.platform[person]!]!;
    case 'build':
      return world.spec.setup.builds[personBuild(world, person, tick)]?.build ?? 'unknown';
    case 'tier':
      return DEVICE_TIERS[people.tier[person]!]!;
    case 'tenure':
      return TENURES[tenureClass(dayOf(tick) - people.signupDay[person]!)]!;
    case 'activity':
      return ACTIVITIES[people.activity[person]!]!;
    case 'history':
      return HISTORY_LENGTHS[historyClass(people.historyLength[person]!)]!;
    case 'language':
      return LANGUAGES[people.language[person]!]!;
    case 'network':
      return NETWORKS[people.network[person]!]!;
    case 'entry':
      return ENTRIES[people.entry[person]!]!;
    case 'pool':
      return world.infra.pools[poolIndex(world, person, tick)]!;
    case 'arm':
      return armOf(world, person, tick) ?? 'none';
    case 'overlap':
      return overlapOf(world, person, tick);
    case 'model':
      return world.lines[servedLine(world, person, surface, tick)]!.version;
  }
}

export function inScope(
  world: World,
  scope: Scope,
  person: number,
  surface: number,
  tick: number,
): boolean {
  for (const conjunction of scope)
    if (inConjunction(world, conjunction, person, surface, tick)) return true;
  return false;
}

function inConjunction(
  world: World,
  conjunction: Conjunction,
  person: number,
  surface: number,
  tick: number,
): boolean {
  for (const dimension in conjunction) {
    const values = conjunction[dimension as Dimension];
    if (
      values !== undefined &&
      !values.includes(valueOf(world, dimension as Dimension, person, surface, tick))
    )
      return false;
  }
  return true;
}
