/** What interventions do to the world: each to what it names, and nothing where there is nothing to act on. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { WorldSetup } from '../../src/sim/setup.ts';
import type { World } from '../../src/sim/world.ts';
import { sim } from './compiled.ts';

const { worldAt, advance, order, forkWorld, DAY, rollout, servedLine, lifeHash, build } = sim;
const {
  evaluatePanel,
  drawPanel,
  V_NONFINITE,
  V_PREDICTED,
  V_SAVES,
  V_ENTROPY,
  V_REQUESTS,
  VALUE_COUNT,
} = sim;

const START = 2 * DAY + 600;
const STAGES = [
  { tick: 0, share: 0.1 },
  { tick: 3 * DAY, share: 0.6 },
];

/** The same world with and without an order, both at `tick`. */
function withAndWithout(
  spec: InterventionSpec,
  tick: number,
  setup: Partial<WorldSetup> = {},
  faults: readonly Fault[] = [],
): { readonly done: World; readonly left: World } {
  const left = worldAt(START, 'oak', setup, faults);
  const done = forkWorld(left);
  order(done, 'it', spec);
  advance(done, tick);
  advance(left, tick);
  return { done, left };
}

/** Share of people that a line serves. */
function shareOf(world: World, line: number, surface = 0): number {
  let n = 0;
  for (let p = 0; p < world.people.count; p++)
    if (servedLine(world, p, surface, world.tick) === line) n++;
  return n / world.people.count;
}

/** A value of the panel, summed over members and both surfaces. */
function panelSum(world: World, value: number): number {
  const { values } = evaluatePanel(world, drawPanel(world));
  let sum = 0;
  for (let at = value; at < values.length; at += VALUE_COUNT) sum += values[at]!;
  return sum;
}

describe('holds', () => {
  const rollouts = [rollout(STAGES)];

  test.each([
    ['freeze-deploys', { kind: 'freeze-deploys' }, 0.1],
    ['stop-ramp', { kind: 'stop-ramp', rollout: 'ramp' }, 0.1],
    ['pause-arm', { kind: 'pause-arm', rollout: 'ramp' }, 0],
  ] as const)('%s keeps the rollout at its share', (_, spec, share) => {
    const { done, left } = withAndWithout(spec, 3 * DAY + 10, { rollouts });
    expect(Math.abs(shareOf(left, 1) - 0.6)).toBeLessThan(0.04);
    expect(Math.abs(shareOf(done, 1) - share)).toBeLessThan(0.03);
  });

  test.each([
    ['pin-model', { kind: 'pin-model', version: 'v1.d1' }],
    ['stop-promotion', { kind: 'stop-promotion' }],
  ] as const)('%s keeps tonight’s training out of service', (_, spec) => {
    const { done, left } = withAndWithout(spec, 3 * DAY + 200);
    expect(left.lines[0]!.served.id).toBe('v1.d3');
    expect(done.lines[0]!.served.id).toBe('v1.d2');
    expect(done.lines[0]!.snapshots.at(-1)!.id).toBe('v1.d3');
  });

  test('skip-training trains nothing tonight', () => {
    const { done, left } = withAndWithout({ kind: 'skip-training' }, 3 * DAY + 200);
    expect(left.lines[0]!.snapshots.at(-1)!.id).toBe('v1.d3');
    expect(done.lines[0]!.snapshots.at(-1)!.id).toBe('v1.d2');
  });

  test('pause-release stops a build’s adoption', () => {
    const builds = [
      build('old', 'android'),
      {
        ...build('new', 'android'),
        adoption: [
          { tick: START, share: 0 },
          { tick: START + DAY, share: 1 },
        ],
      },
      build('ios', 'ios'),
      build('web', 'web'),
    ];
    const { done, left } = withAndWithout({ kind: 'pause-release', build: 'new' }, START + DAY, {
      builds,
    });
    const on = (world: World): number => {
      let n = 0;
      for (let p = 0; p < world.people.count; p++)
        if (sim.personBuild(world, p, world.tick) === 1) n++;
      return n;
    };
    expect(on(left)).toBeGreaterThan(800);
    // 62 of 1440 minutes on the way.
    expect(on(done) / on(left)).toBeGreaterThan(0.02);
    expect(on(done) / on(left)).toBeLessThan(0.07);
  });

  /** An order that has nothing to act on, in effect at `minute`, and the same world without it. */
  function idle(spec: InterventionSpec, minute: number): readonly [World, World] {
    const { cost, lag } = sim.INTERVENTION_PRICES[spec.kind];
    const left = worldAt(minute - cost - lag);
    const done = forkWorld(left);
    order(done, 'it', spec);
    advance(done, minute + 500);
    advance(left, minute + 500);
    expect(done.applied[0]!.state).toBe('in effect');
    return [done, left];
  }

  test.each([
    ['freeze-deploys', { kind: 'freeze-deploys' }],
    ['stop-ramp', { kind: 'stop-ramp', rollout: 'ramp' }],
    ['pause-release', { kind: 'pause-release', build: 'ios 2' }],
    ['dedupe-events', { kind: 'dedupe-events', event: 'impression', build: 'android 1' }],
    ['nonfinite-guard', { kind: 'nonfinite-guard' }],
    ['normalise-popularity', { kind: 'normalise-popularity' }],
    ['quarantine-rows', { kind: 'quarantine-rows', scope: [], sinceTick: 0 }],
  ] as const)('%s with nothing to act on changes no life', (_, spec) => {
    const [done, left] = idle(spec, START);
    expect(START % sim.REFRESH_MINUTES).toBe(0);
    expect(lifeHash(done)).toBe(lifeHash(left));
  });

  // Known defect: taking effect refreshes the features out of turn, so an idle order at any other minute changes what
  // people are shown. When this passes, let the test above use this minute.
  test('an idle order between two refreshes changes no life', () => {
    const [done, left] = idle({ kind: 'freeze-deploys' }, START + 50);
    expect(lifeHash(done)).toBe(lifeHash(left));
  });
});

describe('changes', () => {
  test('rollback-model serves the scope by the snapshot, which never trains again', () => {
    const scope = [{ activity: ['core'] }];
    const { done } = withAndWithout({ kind: 'rollback-model', to: 'v1.d1', scope }, 3 * DAY + 200);
    const line = done.lines.findIndex((l) => l.version === 'v1.d1');
    expect(done.lines[line]!.served.id).toBe('v1.d1');
    expect(done.lines[line]!.snapshots.length).toBe(1);
    for (let p = 0; p < 400; p++) {
      const core = sim.valueOf(done, 'activity', p, 0, done.tick) === 'core';
      expect(servedLine(done, p, 0, done.tick)).toBe(core ? line : 0);
    }
  });

  test('route-cohort and promote-model serve whom they name', () => {
    const related = withAndWithout(
      { kind: 'route-cohort', to: 'v2', scope: [{ surface: ['related'] }] },
      START + 60,
    );
    expect([shareOf(related.done, 1, 0), shareOf(related.done, 1, 1)]).toEqual([0, 1]);
    const all = withAndWithout({ kind: 'promote-model', version: 'v2' }, START + 60);
    expect([shareOf(all.done, 1, 0), shareOf(all.done, 1, 1)]).toEqual([1, 1]);
  });

  test('nonfinite-guard ends lost scores', () => {
    const fault: Fault = {
      id: 'nan',
      kind: 'non-finite-scores',
      version: 'v1',
      head: 'save',
      aboveActions: 200,
      onset: START - 60,
      form: { shape: 'step' },
    };
    const { done, left } = withAndWithout({ kind: 'nonfinite-guard' }, START + 120, {}, [fault]);
    expect(panelSum(left, V_NONFINITE)).toBeGreaterThan(10);
    expect(panelSum(done, V_NONFINITE)).toBe(0);
    // Not the flag alone: there are scores again, and an order made of them.
    expect(panelSum(done, V_PREDICTED)).toBeGreaterThan(1.02 * panelSum(left, V_PREDICTED));
    expect(panelSum(done, V_SAVES)).toBeGreaterThan(1.005 * panelSum(left, V_SAVES));
  });

  test('kill-generator: nothing comes from it, and slates stay full', () => {
    const { done, left } = withAndWithout(
      { kind: 'kill-generator', generator: 'popular' },
      4 * DAY - 1,
    );
    const popular = (world: World): number => world.today.byGenerator[sim.G_POPULAR]!;
    expect(popular(left)).toBeGreaterThan(500);
    expect(popular(done)).toBe(0);
    expect(done.today.impressions / done.today.sessions).toBeGreaterThan(
      0.97 * (left.today.impressions / left.today.sessions),
    );
  });

  test('exposure-cap: no idea is shown more often in a day', () => {
    const { done, left } = withAndWithout({ kind: 'exposure-cap', perDay: 25 }, 4 * DAY - 1);
    expect(Math.max(...left.counters.servedToday)).toBeGreaterThan(40);
    expect(Math.max(...done.counters.servedToday)).toBe(25);
  });

  test('exploration shows more of the fresh pool', () => {
    const { done, left } = withAndWithout({ kind: 'exploration', share: 0.3 }, 4 * DAY - 1);
    const fresh = (world: World): number =>
      world.today.byGenerator[sim.G_FRESH]! / world.today.impressions;
    expect(fresh(done)).toBeGreaterThan(1.3 * fresh(left));
  });

  test('diversity moves the variety of slates both ways', () => {
    const entropy = (world: World): number =>
      panelSum(world, V_ENTROPY) / panelSum(world, V_REQUESTS);
    const less = withAndWithout({ kind: 'diversity', factor: 0 }, START + 60);
    const more = withAndWithout({ kind: 'diversity', factor: 3 }, START + 60);
    expect(entropy(less.done)).toBeLessThan(0.9 * entropy(less.left));
    expect(entropy(more.done)).toBeGreaterThan(1.05 * entropy(more.left));
  });

  test('retrain: the result is in service at once, each recipe another', () => {
    const weights = (['plain', 'debiased', 'random-slice'] as const).map((recipe) => {
      const { done } = withAndWithout({ kind: 'retrain', recipe }, START + 371);
      expect(done.lines[0]!.served.recipe).toBe(recipe);
      expect(done.lines[0]!.served.trainedTick).toBe(START + 370);
      return done.lines[0]!.served.weights.join();
    });
    expect(new Set(weights).size).toBe(3);
  });

  test('quarantine-rows: tonight’s training has not read them', () => {
    const spec = { kind: 'quarantine-rows', scope: [{ build: ['web'] }], sinceTick: 0 } as const;
    const { done, left } = withAndWithout(spec, 3 * DAY + 200);
    const web = sim.F_BUILD + 4;
    const moved = (world: World): number => {
      const [before, after] = world.lines[0]!.snapshots.slice(-2);
      return Math.abs(after!.weights[web]! - before!.weights[web]!);
    };
    expect(moved(left)).toBeGreaterThan(1e-5);
    // The mean of equal iterates is off by the rounding of single precision.
    expect(moved(done)).toBeLessThan(1e-7);
  });

  test.each([
    [
      'dedupe-events',
      { kind: 'dedupe-events', event: 'impression', build: 'android 1' },
      START + 16,
    ],
    ['fix-client', { kind: 'fix-client', build: 'android 1' }, START + 2900],
  ] as const)('%s: surplus events end at its minute', (_, spec, due) => {
    const fault: Fault = {
      id: 'twice',
      kind: 'duplicate-events',
      event: 'impression',
      build: 'android 1',
      extra: 0.5,
      onset: 0,
      form: { shape: 'step' },
    };
    const { done, left } = withAndWithout(spec, due + 1, {}, [fault]);
    expect(sim.clientLog(left, 0, due).impressionExtra).toBe(0.5);
    expect(sim.clientLog(done, 0, due - 1).impressionExtra).toBe(0.5);
    expect(sim.clientLog(done, 0, due).impressionExtra).toBe(0);
    expect(sim.clientLog(done, 1, due).impressionExtra).toBe(0);
  });

  test('normalise-popularity ends a popularity fault', () => {
    const fault: Fault = {
      id: 'run',
      kind: 'unnormalised-popularity',
      exponent: 1.4,
      quotaFactor: 3,
      onset: START - 60,
      form: { shape: 'step' },
    };
    const { done, left } = withAndWithout({ kind: 'normalise-popularity' }, START + 60, {}, [
      fault,
    ]);
    const quotas = (world: World) =>
      sim.settle(world, 5, 0, world.lines[0]!, 500, 1, world.tick).quotas;
    expect(quotas(left).popular).toBe(3 * sim.QUOTAS[0]!.popular);
    expect(quotas(done)).toEqual(sim.QUOTAS[0]);
    expect(sim.popularityExponent(left, left.tick)).toBe(1.4);
    expect(sim.popularityExponent(done, done.tick)).toBeNull();
  });

  test.each([
    ['debiased', true, 0],
    ['random-slice', true, 0],
    ['plain', true, 0.9],
    ['debiased', undefined, 0.9],
  ] as const)(
    'retrain %s, where a shift is learned: %s, leaves %d of it',
    (recipe, learned, shift) => {
      const fault: Fault = {
        id: 'peak',
        kind: 'topic-shift',
        topics: [3],
        logit: 0.9,
        onset: START - 60,
        form: { shape: 'step' },
        ...(learned === undefined ? {} : { learned }),
      };
      const { done, left } = withAndWithout({ kind: 'retrain', recipe }, START + 371, {}, [fault]);
      const shiftOf = (world: World) =>
        sim.settle(world, 5, 0, world.lines[0]!, 500, 1, world.tick).topicShift[3];
      expect(shiftOf(left)).toBe(0.9);
      expect(shiftOf(done)).toBe(shift);
      // The night goes on from what was made.
      advance(done, 3 * DAY + 200);
      expect(shiftOf(done)).toBe(shift);
    },
  );
});
