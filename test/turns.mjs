/**
 * Test files that take turns, so that the whole check stays short: each day has one group, and every third day each is
 * run. `node test/run.mjs --thorough`, as on the build server, runs them all, and so does vitest called by hand.
 */
const GROUPS = [
  [
    'test/validation/shapes.test.ts',
    'test/scenario/thousands.test.ts',
    'test/analysis/regret.test.ts',
    'test/analysis/census.test.ts',
    'test/sim/tools.test.ts',
    'test/sim/interventions.test.ts',
    'test/browser/evidence.test.ts',
    'test/browser/dashboards.test.ts',
  ],
  [
    'test/bots/bots.test.ts',
    'test/sim/effects/serving.test.ts',
    'test/analysis/outlook.test.ts',
    'test/proof/planted.test.ts',
    'test/drills/proven.test.ts',
    'test/browser/robust.test.ts',
  ],
  [
    'test/sim/effects/world.test.ts',
    'test/sim/effects/data-training.test.ts',
    'test/sim/effects/data-metrics.test.ts',
    'test/session/checkpoints.test.ts',
    'test/validation/agreement.test.ts',
    'test/proof/measured.test.ts',
    'test/worker/marks.test.ts',
    'test/browser/scene.test.ts',
    'test/browser/drills.test.ts',
  ],
];

const DAY_MS = 24 * 3_600_000;

/** The files that have their turn on another day than the one of `now` (milliseconds since the epoch). */
export function leftForAnotherDay(now = Date.now()) {
  const turn = Math.floor(now / DAY_MS) % GROUPS.length;
  return GROUPS.flatMap((files, group) => (group === turn ? [] : files));
}
