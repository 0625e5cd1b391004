/** Worlds that shapes are measured in: one ranker, three builds, nothing else going on. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import type { Fault } from '../../sim/faults.ts';
import type { ModelSpec, WorldSetup } from '../../sim/setup.ts';
import { advance } from '../../sim/step.ts';
import type { WorldSpec } from '../../sim/spec.ts';
import { createWorld, type World } from '../../sim/world.ts';

/** Days any of them may run. */
const ROOM_DAYS = 50;

export function plainModel(version: string, lift = 0): ModelSpec {
  return {
    version,
    historyCap: 500,
    lift,
    latencyMs: 0,
    ready: { artefact: true, rehearsedDaysAgo: 1, featuresServed: true },
  };
}

/**
 * Tastes follow what is met: change of interest for each save beyond the ordinary. For shapes that take weeks; one rate
 * for all of them.
 */
export const FORMING = { tasteRate: 3 } as const satisfies Partial<WorldSetup>;

const PLAIN: WorldSetup = {
  preset: 'check',
  pageTick: 40 * MINUTES_PER_DAY,
  horizon: MINUTES_PER_DAY,
  harmHorizon: MINUTES_PER_DAY,
  builds: (['android', 'ios', 'web'] as const).map((platform) => ({
    build: platform,
    platform,
    adoption: [{ tick: 0, share: 1 }],
  })),
  models: [plainModel('v1')],
  rollouts: [],
  trainingMinute: 120,
  autoPromote: true,
};

export function plainSpec(
  seed: string,
  faults: readonly Fault[] = [],
  setup: Partial<WorldSetup> = {},
): WorldSpec {
  return { seed, faults, days: ROOM_DAYS, setup: { ...PLAIN, ...setup } };
}

export function plainWorld(
  seed: string,
  faults: readonly Fault[] = [],
  setup: Partial<WorldSetup> = {},
): World {
  return createWorld(plainSpec(seed, faults, setup));
}

/** Runs to the first minute of a day after its nightly training. */
export function toDay(world: World, day: number): World {
  advance(world, day * MINUTES_PER_DAY + PLAIN.trainingMinute + 1);
  return world;
}
