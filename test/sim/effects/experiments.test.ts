/** Experiments: assignment, layers, sample ratios, read-outs with intervals, interactions, and what can be done. */
import { describe, expect, test } from 'vitest';
import { streamKey } from '../../../src/determinism/random.ts';
import type { Fault } from '../../../src/sim/faults.ts';
import type { ExperimentSpec } from '../../../src/sim/setup.ts';
import { sim } from '../compiled.ts';
import { change, pairAt, report, step, type Orders } from './measure.ts';

const { DAY, V_SAVES, V_IMPRESSIONS } = sim;
const ONSET = 3 * DAY;
const half = (id: string, layer: string): ExperimentSpec => ({
  id,
  layer,
  arms: [
    { id: 'off', share: 0.5 },
    { id: 'on', share: 0.5 },
  ],
  fromTick: 2 * DAY,
});
const two = [half('A', 'ranking'), half('B', 'grid')];

describe('assignment', () => {
  const world = sim.worldAt(1, 'oak', {
    experiments: [
      {
        ...half('A', 'x'),
        arms: [
          { id: 'off', share: 0.2 },
          { id: 'on', share: 0.2 },
        ],
        fromTick: 0,
      },
      {
        ...half('B', 'x'),
        arms: [
          { id: 'off', share: 0.3 },
          { id: 'on', share: 0.3 },
        ],
        fromTick: 0,
      },
      { ...half('C', 'y'), fromTick: 0 },
    ],
  });
  const arms = Array.from({ length: world.people.count }, (_, i) =>
    [0, 1, 2].map((e) => sim.armIndex(world, e, i, 1)),
  );

  test('a layer never shares a person, and takes its shares', () => {
    expect(arms.every(([a, b]) => a! < 0 !== b! < 0)).toBe(true);
    const share = arms.filter(([a]) => a === 1).length / arms.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(0.03);
  });

  test('layers are independent', () => {
    const inA = arms.filter(([a]) => a === 1);
    const on = inA.filter(([, , c]) => c === 1).length / inA.length;
    expect(Math.abs(on - 0.5)).toBeLessThan(0.08);
  });

  test('labels name every arm, and a scope may list them', () => {
    const labels = sim.overlapsWith(world.spec.setup.experiments!, 'C', 'on');
    for (let i = 0; i < 50; i++)
      expect(labels.includes(sim.overlapOf(world, i, 1))).toBe(arms[i]![2] === 1);
  });
});

describe('the sample-ratio test', () => {
  test('holds its level over 400 seeds of assignments', () => {
    const spec = half('A', 'x');
    let under = 0;
    let low = 0;
    for (let seed = 0; seed < 400; seed++) {
      const key = streamKey(`s${seed}`, 'assignment');
      const counts = [0, 0];
      for (let i = 0; i < 4000; i++) counts[sim.armAt(sim.layerBucket(key, 0, i), 0, spec)]!++;
      const p = sim.sampleRatioP(counts, [0.5, 0.5]);
      if (p < 0.05) under++;
      if (p < 0.5) low++;
    }
    // Five per cent of 400 is 20, with a standard deviation of 4.4.
    expect(under).toBeGreaterThan(7);
    expect(under).toBeLessThan(34);
    expect(Math.abs(low - 200)).toBeLessThan(40);
  });

  test('and so do the counts of reporting people, day by day', () => {
    const world = sim.worldAt(1, 'elm', { experiments: [{ ...half('A', 'x'), fromTick: 0 }] });
    let under = 0;
    for (let day = 0; day < 300; day++)
      if (sim.sampleRatio(world, 'A', day * DAY).p < 0.05) under++;
    expect(under).toBeGreaterThan(4);
    expect(under).toBeLessThan(28);
  });
});

describe('two tests that spoil each other', () => {
  const both = 'A:on+B:on';
  const faults: Fault[] = [
    { id: 'slots', kind: 'reserved-slots', slots: [3, 7], onset: ONSET, form: step },
    { id: 'drop', kind: 'unhashed-dropped', onset: ONSET, form: step },
  ].map((f) => ({
    ...f,
    scope: [{ overlap: f.id === 'slots' ? ['A:on+B:off', both] : ['A:off+B:on', both] }],
  })) as Fault[];
  const run = (orders: Orders = []) =>
    pairAt('oak', faults, ONSET + 240, { experiments: two }, orders);
  const pair = run();
  const cell = (p: typeof pair, label: string) => (person: number) =>
    sim.overlapOf(p.live, person, p.live.tick) === label;

  test('who is in both sees holes; who is in neither sees none', () => {
    const shown = ['A:off+B:off', 'A:on+B:off', 'A:off+B:on', both].map((label) =>
      change(pair, V_IMPRESSIONS, (p, s) => s === 0 && cell(pair, label)(p)),
    );
    const saves = ['A:off+B:off', 'A:on+B:off', 'A:off+B:on', both].map((label) =>
      change(pair, V_SAVES, (p, s) => s === 0 && cell(pair, label)(p)),
    );
    report('experiment collision', { aOnly: saves[1]!, bOnly: saves[2]!, both: saves[3]! });
    expect(Math.abs(saves[0]!)).toBeLessThan(0.004);
    expect(shown[3]!).toBeLessThan(shown[2]! - 0.02);
    expect(saves[3]!).toBeLessThan(Math.min(saves[1]!, saves[2]!) - 0.015);
  });

  test('the table of two by two shows more than the sum', () => {
    const observer = sim.observe(pair);
    const table = sim.interactionOf(
      observer,
      'A',
      'B',
      'impressions_per_session',
      pair.live.tick,
      3,
    )!;
    expect(table.interaction.effect).toBeLessThan(-1);
    expect(table.cells[0]![0]!.effect).toBeCloseTo(0, 6);
  });

  test('made exclusive, nobody is in both and A goes on; pausing A would end A', () => {
    const apart = run([[ONSET + 60, { kind: 'exclusive-arms', rollout: 'B', than: 'A' }]]);
    const paused = run([[ONSET + 60, { kind: 'pause-arm', rollout: 'A' }]]);
    const inArm = (p: typeof pair, e: number, arm: number) =>
      Array.from({ length: p.live.people.count }, (_, i) => i).filter(
        (i) => sim.armIndex(p.live, e, i, p.live.tick) === arm,
      );
    const on = new Set(inArm(apart, 0, 1));
    expect(inArm(apart, 1, 1).some((i) => on.has(i))).toBe(false);
    expect(on.size).toBeGreaterThan(700);
    expect(inArm(paused, 0, 1)).toHaveLength(0);
    expect(change(apart, V_IMPRESSIONS, (p) => on.has(p))).toBeGreaterThan(-0.01);
  });
});

describe('a variant that crashes old phones', () => {
  const experiments = [half('thumbnails', 'grid')];
  const on = sim.overlapsWith(experiments, 'thumbnails', 'on');
  const lost = { overlap: on, platform: ['android'], tier: ['low'], activity: ['casual'] };
  const faults: Fault[] = [
    { id: 'crash', kind: 'crash', share: 1, onset: ONSET, form: step, scope: [lost] },
    {
      id: 'worse',
      kind: 'score-shift',
      head: 'closeup',
      logit: 1.5,
      onset: ONSET,
      form: step,
      scope: [{ overlap: on }],
    },
  ];
  const pair = pairAt('oak', faults, ONSET + 1440, { experiments });
  const observer = sim.observe(pair);
  const { tick } = pair.live;

  test('the ratio fails on that slice and holds on the others', () => {
    const { people } = pair.live;
    const whole = sim.sampleRatio(pair.live, 'thumbnails', tick);
    const old = (i: number): boolean => people.platform[i] === 0 && people.tier[i] === 0;
    report('ratio', { ratio: whole.counts[1]! / whole.counts[0]! });
    expect(whole.p).toBeLessThan(1e-6);
    expect(whole.counts[1]! / whole.counts[0]!).toBeLessThan(0.95);
    expect(sim.sampleRatio(pair.live, 'thumbnails', tick, (i) => !old(i)).p).toBeGreaterThan(
      sim.RATIO_LEVEL,
    );
    expect(sim.sampleRatio(pair.twin!, 'thumbnails', tick).p).toBeGreaterThan(sim.RATIO_LEVEL);
  });

  test('counted per person who is left it seems to win against what devices that start show', () => {
    const [seeming] = sim.survivorEffects(observer, 'thumbnails', tick, 12);
    const [fair] = sim.survivorEffects(observer, 'thumbnails', tick, 12, [
      { tier: ['mid', 'high'] },
    ]);
    report('survivors', { seeming: seeming!.effect / 100, fair: fair!.effect / 100 });
    expect(seeming!.effect).toBeGreaterThan(fair!.effect + 0.5);
  });
});

describe('an A/A test', () => {
  const experiments = [half('A', 'x')];
  const fault: Fault = { id: 'l', kind: 'latency', ms: 0, onset: ONSET, form: step };
  const effects = ['oak', 'elm', 'ash', 'fir', 'yew', 'bay'].flatMap((seed) => {
    const pair = pairAt(seed, [fault], ONSET + 60, { experiments });
    return sim.armEffects(sim.observe(pair), 'A', 'save_rate', pair.live.tick, 12);
  });

  test('finds nothing, with an interval as wide as declared', () => {
    for (const e of effects) {
      expect(e.error).toBeGreaterThan(0.1);
      expect(e.error).toBeLessThan(4);
      expect(Math.abs(e.effect)).toBeLessThan(4 * e.error);
    }
  });

  test('guardrails stand', () => {
    const pair = pairAt('oak', [fault], ONSET + 60, { experiments });
    const rails = sim.guardrails(
      sim.observe(pair),
      'A',
      { hide_rate: 5, save_rate: 3 },
      pair.live.tick,
      12,
    );
    expect(rails).toHaveLength(2);
    expect(rails.some((rail) => rail.broken)).toBe(false);
  });
});
