import { describe, expect, it } from 'vitest';
import { checkAct } from '../../src/session/checkAct.ts';
import type { Run } from '../../src/session/run.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { WorldSetup } from '../../src/sim/setup.ts';

/** What the check reads of a run, and nothing else. */
function run(pools: WorldSetup['pools']): Run {
  const setup = {
    builds: [{ build: 'android 9.10' }],
    rollouts: [{ id: 'ranker-v42' }, { id: 'big-tiles' }],
    ...(pools === undefined ? {} : { pools }),
  };
  const live = { lines: [{ version: 'v41', snapshots: [{ id: 'v41.d14' }] }] };
  return { pair: { spec: { setup }, live } } as unknown as Run;
}

const ONE = run(undefined);
const TWO = run([
  { id: 'north', share: 0.6, accelerator: 'gpu' },
  { id: 'south', share: 0.4, accelerator: 'tpu' },
]);

describe('orders that can be said', () => {
  it.each<[Run, InterventionSpec]>([
    [ONE, { kind: 'revert-setting', setting: 'top-k' }],
    [ONE, { kind: 'scale-up', pool: 'main', factor: 2 }],
    [ONE, { kind: 'rollback-model', to: 'v41.d14', scope: [{}] }],
    [ONE, { kind: 'exclusive-arms', rollout: 'ranker-v42', than: 'big-tiles' }],
    [TWO, { kind: 'drain-pool', pool: 'south' }],
    [TWO, { kind: 'filter-off' }],
  ])('%#', (at, act) => {
    expect(checkAct(at, act)).toBeNull();
  });
});

describe('orders that cannot, and why', () => {
  it.each<[Run, InterventionSpec, string]>([
    [ONE, { kind: 'drain-pool', pool: 'main' }, 'the only one'],
    [TWO, { kind: 'drain-pool', pool: 'main' }, 'no pool main'],
    [TWO, { kind: 'scale-up', pool: 'south', factor: NaN }, 'between 1 and 10'],
    [TWO, { kind: 'scale-up', pool: 'south', factor: 0.5 }, 'between 1 and 10'],
    [ONE, { kind: 'shed-load', share: 1 }, '95 %'],
    [ONE, { kind: 'newcomer-floor', logit: -1 }, 'between 0 and 5'],
    [ONE, { kind: 'notification-bar', factor: 0 }, 'between 0.1 and 10'],
    [ONE, { kind: 'exclusive-arms', rollout: 'big-tiles', than: 'big-tiles' }, 'with itself'],
    [ONE, { kind: 'exclusive-arms', rollout: 'big-tiles', than: 'small' }, 'no rollout small'],
    [ONE, { kind: 'promote-model', version: 'v43' }, 'no version v43'],
    [ONE, { kind: 'route-cohort', to: 'v41', scope: [] }, 'Nobody'],
    [ONE, { kind: 'exploration', share: Infinity }, 'between 0 and 50 %'],
  ])('%# says %s', (at, act, why) => {
    const said = checkAct(at, act);
    expect(said).toContain(why);
    expect(said).toMatch(/^[A-Z].*\.$/);
  });
});
