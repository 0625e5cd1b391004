/** Pools of machines, and arms that mix: faults that follow where a request is served and not who asks. */
import { describe, expect, test } from 'vitest';
import type { FaultMechanism } from '../../../src/sim/faults.ts';
import { sim } from '../compiled.ts';
import type { Outcome } from './paired.ts';

const { baseAt, tried, saves, machines, PEAK, DAY } = sim;
const POOLS = [
  { id: 'a', share: 0.7, accelerator: 'gpu' },
  { id: 'b', share: 0.29, accelerator: 'tpu' },
  { id: 'old', share: 0.01, accelerator: 'gpu' },
] as const;
const base = baseAt(PEAK, { pools: POOLS });
const { world } = base;
const inPool =
  (o: Outcome, pool: string) =>
  (person: number): boolean =>
    sim.valueOf(o.world, 'pool', person, 0, o.world.tick - 1) === pool;
/** An older feature schema on one pool. */
const schema: FaultMechanism = {
  kind: 'feature',
  feature: 'save-rate',
  becomes: 'default',
  value: 0,
  share: 1,
};

describe('pools', () => {
  test('people are spread by the shares, each with machines of its own size', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < world.people.count; i++) {
      const pool = sim.valueOf(world, 'pool', i, 0, PEAK);
      counts.set(pool, (counts.get(pool) ?? 0) + 1);
    }
    for (const { id, share } of POOLS)
      expect(Math.abs(counts.get(id)! / world.people.count - share)).toBeLessThan(0.03);
    const calm = tried(base, null);
    for (const { id } of POOLS)
      expect(machines(calm, 'utilisation', 1, id).live).toBeCloseTo(
        machines(calm, 'utilisation', 1, 'a').live,
        5,
      );
  });

  test('short of capacity, one pool’s people suffer and nobody else', () => {
    const left = tried(base, { kind: 'capacity', pool: 'b', factor: 0.5 }, { after: 10 });
    expect(saves(left, 'all', inPool(left, 'b'))).toBeLessThan(-10);
    expect(saves(left, 'all', inPool(left, 'a'))).toBeGreaterThan(-9);
    expect(machines(left, 'heavy', 1, 'b').live).toBeLessThan(0.7);
    expect(machines(left, 'heavy', 1, 'a').live).toBeGreaterThan(0.9);
  });
});

describe('a small pool on an older schema, a pool that drops the best, a balancer (S42)', () => {
  const mis = { pool: 'old', kind: 'pool-share', share: 0.14 } as const;
  const moved = tried(base, mis);

  test('the balancer moves a seventh of the people, the same ones as long as it stands', () => {
    const here = (w: typeof world, tick: number): number[] => {
      const out: number[] = [];
      for (let i = 0; i < w.people.count; i++)
        if (sim.valueOf(w, 'pool', i, 0, tick) === 'old') out.push(i);
      return out;
    };
    const now = here(moved.world, PEAK + 1);
    expect(Math.abs(now.length / world.people.count - 0.148)).toBeLessThan(0.03);
    expect(here(moved.world, PEAK + 900)).toEqual(now);
    expect(machines(moved, 'offered', 1, 'old').live).toBeGreaterThan(
      machines(moved, 'offered', 1, 'old').calm * 10,
    );
  });

  test('the pool, made for a hundredth, is far past its capacity', () => {
    expect(machines(tried(base, mis, { after: 6 }), 'utilisation', 1, 'old').live).toBeGreaterThan(
      3,
    );
  });

  /** A seventh of a small world is some dozens on the panel: their loss is told by several worlds. */
  const bases = ['oak', 'ash', 'elm', 'yew'].map((seed) => baseAt(PEAK, { pools: POOLS }, seed));
  const over = (outcomes: readonly Outcome[], figure: (o: Outcome) => number): number =>
    outcomes.reduce((sum, o) => sum + figure(o), 0) / outcomes.length;

  /** The three faults of the incident: the second only on b, the first only on old. */
  function three(on: typeof base, minutes: number, reverted: boolean): Outcome {
    const fork = sim.forkWorld(on.world, [
      { ...schema, id: 'schema', onset: PEAK, form: { shape: 'step' }, scope: [{ pool: ['old'] }] },
      {
        kind: 'dropped-best',
        share: 0.5,
        id: 'top-k',
        onset: PEAK,
        form: { shape: 'step' },
        scope: [{ pool: ['b'] }],
      },
      { ...mis, id: 'balancer', onset: PEAK, form: { shape: 'step' } },
      // The pool is given machines with its people: what is left is its schema.
      {
        kind: 'capacity',
        pool: 'old',
        factor: reverted ? 1 : 16,
        id: 'size',
        onset: PEAK,
        form: { shape: 'step' },
      },
    ]);
    if (reverted) fork.control.reverted.balancer = PEAK;
    sim.advance(fork, PEAK + minutes);
    const calm = tried(on, null, { after: minutes });
    return { ...calm, world: fork, live: sim.evaluatePanel(fork, on.panel) };
  }

  test('by pool it is plain: two lose, one does not', () => {
    const all = bases.map((on) => three(on, 2, false));
    const of = (pool: string): number => over(all, (o) => saves(o, 'all', inPool(o, pool)));
    expect(of('old')).toBeLessThan(-2);
    expect(of('b')).toBeLessThan(-1);
    expect(Math.abs(of('a'))).toBeLessThan(0.2);
    for (const region of ['NA', 'EU-W', 'IN'])
      expect(
        over(all, (o) =>
          saves(o, 'all', (p) => sim.valueOf(o.world, 'region', p, 0, PEAK) === region),
        ),
      ).toBeLessThan(0);
  });

  test('the balancer put back brings back what it did; a residue stays on b', () => {
    const before = over(
      bases.map((on) => three(on, 2, false)),
      (o) => saves(o),
    );
    const after = bases.map((on) => three(on, 2, true));
    expect(over(after, (o) => saves(o))).toBeGreaterThan(before);
    expect(over(after, (o) => saves(o))).toBeLessThan(-0.2);
    expect(over(after, (o) => saves(o, 'all', inPool(o, 'b')))).toBeLessThan(-1);
  });

  test('a drained pool gets nobody, and the others what it had', () => {
    const drained = tried(base, schema, {
      scope: [{ pool: ['old'] }],
      also: [],
      orders: [{ at: 1, spec: { kind: 'drain-pool', pool: 'old' } }],
    });
    expect(machines(drained, 'offered', 1, 'old').live).toBe(0);
    expect(machines(drained, 'offered', 1, 'a').live).toBeGreaterThan(
      machines(drained, 'offered', 1, 'a').calm,
    );
    expect(Math.abs(saves(drained))).toBeLessThan(0.05);
    for (let i = 0; i < world.people.count; i++)
      expect(sim.valueOf(drained.world, 'pool', i, 0, PEAK + 1)).not.toBe('old');
  });
});

describe('hosts rebuilt without zone data (S09)', () => {
  const halves = baseAt(PEAK, {
    pools: [
      { id: 'fine', share: 0.6, accelerator: 'gpu' },
      { id: 'rebuilt', share: 0.4, accelerator: 'gpu' },
    ],
  });
  const newest: FaultMechanism = {
    kind: 'feature',
    feature: 'freshness',
    becomes: 'noise',
    value: 1.5,
    share: 1,
  };
  const scope = [{ pool: ['rebuilt'], region: ['EU-W', 'EU-E'] }];
  const is = (dimension: 'region' | 'pool', part: string) => (person: number) =>
    sim.valueOf(halves.world, dimension, person, 0, PEAK).startsWith(part);
  const eu = is('region', 'EU');
  const rebuilt = is('pool', 'rebuilt');
  const left = tried(halves, newest, { scope });

  test('only there, and only in Europe', () => {
    expect(saves(left, 'all', (p) => eu(p) && rebuilt(p))).toBeLessThan(-1.5);
    expect(saves(left, 'all', (p) => eu(p) && rebuilt(p))).toBeGreaterThan(-9);
    expect(saves(left, 'all', (p) => eu(p) && !rebuilt(p))).toBe(0);
    expect(saves(left, 'all', (p) => !eu(p))).toBe(0);
  });

  test('drained at the peak, the others cannot take it; with machines first, they can', () => {
    const drain = { at: 20, spec: { kind: 'drain-pool', pool: 'rebuilt' } as const };
    const alone = tried(halves, newest, { scope, after: 28, orders: [drain] });
    expect(saves(alone, 'all', eu)).toBeLessThan(-10);
    const spec = { kind: 'scale-up', pool: 'fine', factor: 1.8 } as const;
    const both = tried(halves, newest, { scope, after: 28, orders: [{ at: 5, spec }, drain] });
    expect(Math.abs(saves(both, 'all', eu))).toBeLessThan(0.3);
  });
});

describe('arms that mix', () => {
  const broken: FaultMechanism = {
    kind: 'non-finite-scores',
    version: 'v2',
    head: 'save',
    aboveActions: 50,
  };
  const arms = baseAt(PEAK, { rollouts: [sim.rollout([{ tick: DAY, share: 0.5 }])] });
  const arm =
    (name: string) =>
    (person: number): boolean =>
      sim.valueOf(arms.world, 'arm', person, 0, PEAK) === name;
  const honest = tried(arms, broken);
  const leaky = tried(arms, broken, { also: [{ kind: 'arm-leak', share: 0.4 }] });
  const gap = (o: Outcome): number => saves(o, 'all', arm('v2')) - saves(o, 'all', arm('v1'));

  test('a real difference between them shrinks by twice the leak', () => {
    expect(gap(honest)).toBeLessThan(-2);
    expect(saves(honest, 'all', arm('v1'))).toBe(0);
    expect(saves(leaky, 'all', arm('v1'))).toBeLessThan(-0.5);
    expect(gap(leaky) / gap(honest)).toBeLessThan(0.6);
  });

  test('the cache key put back, it is as large as it was', () => {
    const spec = { kind: 'revert-setting', setting: 'cache-key' } as const;
    const back = tried(arms, broken, {
      also: [{ kind: 'arm-leak', share: 0.4 }],
      orders: [{ at: 1, spec }],
    });
    expect(gap(back)).toBeCloseTo(gap(honest), 6);
  });
});
