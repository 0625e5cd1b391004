import { describe, expect, test } from 'vitest';
import type { Conjunction, Dimension } from '../../src/sim/segments.ts';
import { sim } from './compiled.ts';

const { inScope, worldAt, rollout, DIMENSIONS, tenureClass, historyClass, DAY } = sim;

const world = worldAt(DAY, 'oak', {
  experiments: [
    {
      id: 'x',
      layer: 'x',
      fromTick: 0,
      arms: [
        { id: 'on', share: 0.5 },
        { id: 'off', share: 0.5 },
      ],
    },
  ],
  rollouts: [rollout([{ tick: 0, share: 0.4 }])],
  pools: [
    { id: 'left', share: 0.7, accelerator: 'gpu' },
    { id: 'right', share: 0.3, accelerator: 'tpu' },
  ],
});
const VALUES: Readonly<Record<Dimension, readonly string[]>> = {
  surface: sim.SURFACES,
  region: sim.REGIONS,
  platform: sim.PLATFORMS,
  build: world.spec.setup.builds.map((b) => b.build),
  tier: sim.DEVICE_TIERS,
  tenure: sim.TENURES,
  activity: sim.ACTIVITIES,
  history: sim.HISTORY_LENGTHS,
  language: sim.LANGUAGES,
  network: sim.NETWORKS,
  entry: sim.ENTRIES,
  pool: ['left', 'right'],
  overlap: ['x:on', 'x:off'],
  arm: ['v1', 'v2'],
  model: ['v1', 'v2'],
};

function everyone(scope: readonly Conjunction[], surface = 0): number {
  let n = 0;
  for (let p = 0; p < world.people.count; p++)
    if (inScope(world, scope, p, surface, world.tick)) n++;
  return n;
}

describe('a scope selects people', () => {
  test.each(DIMENSIONS)(
    'by %s: every person has one value, and the values part the people',
    (d) => {
      let sum = 0;
      for (const value of VALUES[d]) sum += everyone([{ [d]: [value] }]);
      expect(sum).toBe(world.people.count);
      expect(everyone([{ [d]: VALUES[d] }])).toBe(world.people.count);
      expect(everyone([{ [d]: ['no such value'] }])).toBe(0);
      // More than one value occurs, or the dimension would cut nothing (at home there is one surface).
      const seen = new Set<string>();
      for (let p = 0; p < world.people.count; p++)
        seen.add(sim.valueOf(world, d, p, p & 1, world.tick));
      expect(seen.size).toBeGreaterThan(1);
    },
  );

  test('within a conjunction all must hold, within a union any', () => {
    const core = everyone([{ activity: ['core'] }]);
    const ios = everyone([{ platform: ['ios'] }]);
    const both = everyone([{ activity: ['core'], platform: ['ios'] }]);
    const either = everyone([{ activity: ['core'] }, { platform: ['ios'] }]);
    expect(both).toBeGreaterThan(0);
    expect(either).toBe(core + ios - both);
  });

  test('the empty conjunction is everyone and the empty union nobody', () => {
    expect(everyone(sim.EVERYONE)).toBe(world.people.count);
    expect(everyone(sim.NOBODY)).toBe(0);
    expect(everyone([{ surface: ['related'] }], 1)).toBe(world.people.count);
    expect(everyone([{ surface: ['related'] }], 0)).toBe(0);
  });

  test('classes change where their names say', () => {
    expect([0, 1, 2, 7, 8, 28, 29].map(tenureClass)).toEqual([0, 0, 1, 1, 2, 2, 3]);
    expect([0, 20, 21, 100, 101, 300, 301].map(historyClass)).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });
});
