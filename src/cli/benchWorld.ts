/** The world the bench runs, and its measurement. No Node and no DOM in here: a browser's worker runs the same. */
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import type { WorldSetup } from '../sim/setup.ts';
import { stateHash } from '../sim/stateHash.ts';
import { advance } from '../sim/step.ts';
import type { WorldSpec } from '../sim/spec.ts';
import { createWorld, type World } from '../sim/world.ts';

export const BENCH_DAYS = 14;
const BENCH_SEED = 'bench';

export interface WorldFigures {
  /** createWorld and fourteen days, in seconds. */
  readonly seconds: number;
  readonly createSeconds: number;
  /** The same by the clock asked for. */
  readonly cpuSeconds: number;
  /** Impressions per second after the first two days, when the code is hot. */
  readonly impressionsPerSecond: number;
  readonly hash: string;
  readonly people: number;
  /** Live in the catalogue. */
  readonly ideas: number;
  readonly creators: number;
  readonly impressions: number;
  readonly requests: number;
  /** Inner products of retrieval, and pairs that the heavy ranker scored. */
  readonly rowsScored: number;
  readonly pairsRanked: number;
  /** Mean candidates the heavy ranker scored per request. */
  readonly candidates: number;
}

export function benchSpec(preset: WorldSetup['preset']): WorldSpec {
  const build = (name: string, platform: 'android' | 'ios' | 'web') => ({
    build: name,
    platform,
    adoption: [{ tick: 0, share: 1 }],
  });
  return {
    seed: BENCH_SEED,
    faults: [],
    days: BENCH_DAYS + 7,
    setup: {
      preset,
      pageTick: BENCH_DAYS * MINUTES_PER_DAY,
      horizon: MINUTES_PER_DAY,
      harmHorizon: MINUTES_PER_DAY,
      builds: [build('android', 'android'), build('ios', 'ios'), build('web', 'web')],
      models: [
        {
          version: 'v1',
          historyCap: 500,
          lift: 0,
          latencyMs: 0,
          ready: { artefact: true, rehearsedDaysAgo: 1, featuresServed: true },
        },
      ],
      rollouts: [],
      trainingMinute: 120,
      autoPromote: true,
    },
  };
}

/**
 * Runs the world once and times it. The first run of a process is the cold one. `cpu`: seconds of processor time so far,
 * where there is a clock of it.
 */
export function measureWorld(
  preset: WorldSetup['preset'],
  cpu: () => number = () => performance.now() / 1000,
): {
  readonly world: World;
  readonly figures: WorldFigures;
} {
  const spec = benchSpec(preset);
  const begunCpu = cpu();
  const begun = performance.now();
  const world = createWorld(spec);
  const created = performance.now();
  // Worlds of a size share their working memory, counts included.
  const { rowsScored: rowsBefore, pairsRanked: pairsBefore } = world.scratch;
  advance(world, 2 * MINUTES_PER_DAY);
  const early = impressionsOf(world);
  const warm = performance.now();
  advance(world, BENCH_DAYS * MINUTES_PER_DAY);
  const done = performance.now();
  const doneCpu = cpu();
  // The bench's own requests come after.
  const rowsScored = world.scratch.rowsScored - rowsBefore;
  const pairsRanked = world.scratch.pairsRanked - pairsBefore;
  const impressions = impressionsOf(world);
  let ideas = 0;
  for (let i = 0; i < world.ideas.count; i++) ideas += world.ideas.live[i]!;
  return {
    world,
    figures: {
      seconds: (done - begun) / 1000,
      cpuSeconds: doneCpu - begunCpu,
      createSeconds: (created - begun) / 1000,
      impressionsPerSecond: (impressions - early) / ((done - warm) / 1000),
      hash: stateHash(world),
      people: world.people.count,
      ideas,
      creators: world.ideas.creatorTier.length,
      impressions,
      requests: requestsOf(world),
      rowsScored,
      pairsRanked,
      candidates: pairsRanked / requestsOf(world),
    },
  };
}

function impressionsOf(world: World): number {
  return world.tallies.reduce((sum, day) => sum + day.impressions, world.today.impressions);
}

/** Slates served in the whole run. */
function requestsOf(world: World): number {
  return world.tallies.reduce((sum, day) => sum + day.requests, world.today.requests);
}
