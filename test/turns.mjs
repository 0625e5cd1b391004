/**
 * Tests that take turns, so that the whole check stays short: of long files each day has one group, and of tests of many
 * alike (a player in every incident, thousands of texts) it has a part, or one
 * where one is long.
 * `node test/run.mjs --thorough`, as on the build server, runs them all, and so does vitest called by hand.
 */
const GROUPS = [
  ['test/worker/marks.test.ts', 'test/browser/versions.test.ts'],
  ['test/validation/shapes.test.ts'],
  ['test/browser/drills.test.ts', 'test/sim/twin.test.ts'],
  ['test/golden/analysis.test.ts'],
  ['test/browser/analysed.test.ts'],
  ['test/proof/planted.test.ts', 'test/sim/tools.test.ts'],
  ['test/analysis/beliefWorlds.test.ts', 'test/browser/dashboards.test.ts'],
  ['test/session/checkpoints.test.ts', 'test/sim/interventions.test.ts'],
  ['test/browser/evidence.test.ts', 'test/session/divergence.test.ts'],
  [
    'test/analysis/prevention.test.ts',
    'test/analysis/lineLatency.test.ts',
    'test/analysis/explained.test.ts',
  ],
  ['test/analysis/inheritedMarks.test.ts'],
  ['test/sim/effects/data-training.test.ts'],
  ['test/worker/analysts.test.ts', 'test/session/viewOf.test.ts'],
  [
    'test/sim/effects/world.test.ts',
    'test/analysis/unsafe.test.ts',
    'test/session/overlays.test.ts',
  ],
  ['test/browser/pocket.test.ts', 'test/sim/gauges.test.ts'],
  ['test/proof/measured.test.ts', 'test/sim/effects/data-metrics.test.ts'],
  ['test/validation/agreement.test.ts', 'test/drills/proven.test.ts', 'test/ui/queue.test.ts'],
  ['test/browser/scene.test.ts'],
  ['test/analysis/outlook.test.ts', 'test/analysis/signatures.test.ts'],
  ['test/session/replay.test.ts', 'test/sim/effects/experiments.test.ts'],
  ['test/browser/robust.test.ts', 'test/analysis/census.test.ts'],
  ['test/sim/effects/serving.test.ts', 'test/sim/faults.test.ts'],
  ['test/drills/played.test.ts', 'test/session/trials.test.ts'],
  ['test/cli/pinning.test.ts', 'test/analysis/regret.test.ts', 'test/proof/template.test.ts'],
  ['test/bots/bots.test.ts', 'test/sim/forecast.test.ts'],
  ['test/worker/host.test.ts', 'test/sim/effects/pools.test.ts'],
  ['test/sim/effects/machines.test.ts', 'test/sim/effects/world-scenarios.test.ts'],
];

const DAY_MS = 24 * 3_600_000;
export const TURNS = GROUPS.length;

/** The day of `now` (milliseconds since the epoch), counted on. */
export function dayOf(now = Date.now()) {
  return Math.floor(now / DAY_MS);
}

/** Whose turn it is on the day of `now`: 0 to TURNS − 1. */
export function turnOf(now = Date.now()) {
  return dayOf(now) % TURNS;
}

/** The files that have their turn on another day than the one of `now`. */
export function leftForAnotherDay(now = Date.now()) {
  return GROUPS.flatMap((files, group) => (group === turnOf(now) ? [] : files));
}
