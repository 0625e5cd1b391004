/** The machines: what they are on an ordinary day, under too much traffic, short of capacity, with a hot shard. */
import { describe, expect, test } from 'vitest';
import { sim } from '../compiled.ts';
import type { Outcome, Plan } from './paired.ts';

const { baseAt, tried, saves, machines, sums, V_FALLBACK, V_REQUESTS, DAY, PEAK } = sim;
const base = baseAt(PEAK);
const { world } = base;

/** Mean of a metric over some days, weighted by the traffic. */
function usual(metric: (typeof sim.INFRA_METRICS)[number]): number {
  const values = sim.infraSeries(sim.machinesOf(world), 'main', metric, DAY, 3 * DAY);
  const offered = sim.infraSeries(sim.machinesOf(world), 'main', 'offered', DAY, 3 * DAY);
  let sum = 0;
  let all = 0;
  for (let k = 0; k < values.length; k++) {
    sum += values[k]! * offered[k]!;
    all += offered[k]!;
  }
  return sum / all;
}

describe('an ordinary day, its peak included', () => {
  test.each([
    ['p50', 140, 0.05],
    ['p99', 480, 0.05],
    ['errors', 0.0004, 0.15],
    ['light', 0.004, 0.15],
    ['popular', 0.0005, 0.15],
  ] as const)('%s is %f', (metric, design, within) => {
    expect(Math.abs(usual(metric) / design - 1)).toBeLessThan(within);
  });

  test('people wait what they are used to: no attention lost on average', () => {
    const mean = world.tallies.reduce((sum, day) => sum + day.latencySum, 0);
    const asked = world.tallies.reduce((sum, day) => sum + day.requests, 0);
    expect(Math.abs(mean / asked - 168)).toBeLessThan(8);
  });

  test('every request is answered by one rung, or by none', () => {
    for (const day of world.tallies)
      expect(day.byRung.reduce((sum, n) => sum + n, 0)).toBe(day.requests);
    const all = world.tallies.reduce((sum, day) => sum + day.byRung[sim.LIGHT]!, 0);
    const asked = world.tallies.reduce((sum, day) => sum + day.requests, 0);
    expect(all / asked).toBeGreaterThan(0.001);
    expect(all / asked).toBeLessThan(0.008);
  });

  test('the record is kept from the first minute, and forks share its finished days', () => {
    expect(sim.infraSeries(sim.machinesOf(world), 'main', 'offered', 0, PEAK)).toHaveLength(PEAK);
    expect(sim.infraSeries(sim.machinesOf(world), 'nowhere', 'offered', 0, PEAK)).toHaveLength(0);
    const fork = sim.forkWorld(world);
    expect(fork.infra.series[0]).toBe(world.infra.series[0]);
    const before = sim.infraSeries(sim.machinesOf(world), 'main', 'p99', PEAK - 5, PEAK);
    sim.advance(fork, PEAK + 5);
    expect(sim.infraSeries(sim.machinesOf(world), 'main', 'p99', PEAK - 5, PEAK + 5)).toEqual(
      before,
    );
    expect(sim.infraSeries(sim.machinesOf(fork), 'main', 'p99', PEAK - 5, PEAK)).toEqual(before);
  });
});

describe('a fork runs on as the original would, in trouble too', () => {
  test('to the hash', () => {
    const plan = { also: [{ kind: 'retries', times: 3 } as const] };
    const once = tried(base, { kind: 'traffic', factor: 1.8 }, { ...plan, after: 20 }).world;
    const first = tried(base, { kind: 'traffic', factor: 1.8 }, { ...plan, after: 9 }).world;
    const second = sim.forkWorld(first);
    sim.advance(second, PEAK + 20);
    expect(sim.deepHash(second)).toBe(sim.deepHash(once));
  });
});

describe('the light ranker and the cache of what is popular', () => {
  const answeredBy = (rung: number): Outcome => {
    const o = tried(base, null);
    o.world.infra.now.fill(0, sim.RUNG, sim.RUNG + sim.RUNG_COUNT);
    o.world.infra.now[sim.RUNG + rung] = 1;
    return { ...o, live: sim.evaluatePanel(o.world, base.panel) };
  };

  test('each rung is worse than the one above it', () => {
    const light = saves(answeredBy(sim.LIGHT));
    const popular = saves(answeredBy(sim.POPULAR));
    expect(light).toBeLessThan(-8);
    expect(light).toBeGreaterThan(-28);
    expect(popular).toBeLessThan(light - 8);
    expect(saves(answeredBy(sim.FAILED))).toBe(-100);
  });
});

const surge = { kind: 'traffic', factor: 1.8 } as const;
const retries = { kind: 'retries', times: 3 } as const;
const upTo = (count: number) =>
  [
    { at: 15, spec: { kind: 'retry-budget' } },
    { at: 18, spec: { kind: 'shed-load', share: 0.25 } },
    { at: 20, spec: { kind: 'overflow-to-light' } },
    { at: 23, spec: { kind: 'scale-up', pool: 'main', factor: 1.8 } },
  ].slice(0, count) as NonNullable<Plan['orders']>;

describe('1.8 times the traffic, clients that ask three times more', () => {
  const left = tried(base, surge, { also: [retries], after: 40 });

  test('load feeds itself: attempts five times the usual, the store past its capacity', () => {
    const attempts = machines(left, 'attempts');
    expect(attempts.live / attempts.calm).toBeGreaterThan(4);
    expect(attempts.live / attempts.calm).toBeLessThan(7);
    expect(machines(left, 'store').live).toBeGreaterThan(2);
  });

  test('p99 several seconds, a third popular ideas, saves down by more than a third', () => {
    expect(machines(left, 'p99').live).toBeGreaterThan(2_500);
    expect(machines(left, 'popular').live).toBeGreaterThan(0.2);
    expect(machines(left, 'popular').live).toBeLessThan(0.55);
    expect(saves(left)).toBeLessThan(-33);
    expect(saves(left)).toBeGreaterThan(-60);
    expect(saves(left, 'home')).toBeLessThan(-30);
    expect(saves(left, 'related')).toBeLessThan(-30);
  });

  test('flat: what the model states on the requests it serves', () => {
    const before = sums(left, sim.V_PREDICTED).live / sums(left, sim.V_SAVES).live;
    // Whoever is served by the heavy ranker is served as ever.
    const heavy = (person: number): boolean => {
      const m = base.panel.person.indexOf(person);
      return left.live.values[m * sim.SURFACE_COUNT * sim.VALUE_COUNT + V_FALLBACK] === 0;
    };
    expect(Math.abs(sim.stated(left, 'home', heavy))).toBeLessThan(1);
    expect(before).toBeGreaterThan(1);
  });

  test('conserved: rungs sum to one, and so do the counted requests', () => {
    let sum = 0;
    for (const rung of ['heavy', 'light', 'popular', 'shed', 'errors'] as const)
      sum += machines(left, rung).live;
    expect(sum).toBeCloseTo(1, 5);
    const { today } = left.world;
    expect(today.byRung.reduce((all, n) => all + n, 0)).toBe(today.requests);
    expect(sums(left, V_FALLBACK).live / sums(left, V_REQUESTS).live).toBeGreaterThan(0.2);
  });

  test('tempting: another model back makes hosts reload, and it worse', () => {
    const to = { kind: 'rollback-model', to: 'v2', scope: [{}] } as const;
    const rolled = tried(base, surge, {
      also: [retries],
      after: 19,
      orders: [{ at: 15, spec: to }],
    });
    const same = tried(base, surge, { also: [retries], after: 19 });
    expect(machines(rolled, 'heavy').live).toBeLessThan(machines(same, 'heavy').live - 0.1);
    expect(saves(rolled)).toBeLessThan(saves(same) - 5);
  });

  test('tempting: machines alone do not help, the store is what is full', () => {
    const spec = { kind: 'scale-up', pool: 'main', factor: 2 } as const;
    const scaled = tried(base, surge, { also: [retries], after: 40, orders: [{ at: 15, spec }] });
    expect(machines(scaled, 'utilisation').live).toBeLessThan(
      machines(left, 'utilisation').live * 0.6,
    );
    expect(Math.abs(saves(scaled) - saves(left))).toBeLessThan(3);
  });

  test('right: a budget, shedding, overflow, machines, in that order, each a step', () => {
    const steps = [0, 1, 2, 3, 4].map((n) =>
      saves(tried(base, surge, { also: [retries], after: 45, orders: upTo(n) })),
    );
    expect(steps[1]).toBeGreaterThan(steps[0]! + 2);
    expect(steps[2]).toBeGreaterThan(-15);
    expect(steps[4]).toBeGreaterThan(-12);
    const all = upTo(4).filter((o) => o.spec.kind !== 'shed-load');
    const readmitted = tried(base, surge, { also: [retries], after: 45, orders: all });
    expect(Math.abs(saves(readmitted))).toBeLessThan(0.5);
  });

  test('retries alone do nothing while nothing fails', () => {
    expect(Math.abs(saves(tried(base, retries, { after: 10 })))).toBeLessThan(0.01);
  });

  test('the traffic of one region is no more than that region’s', () => {
    const part = tried(base, surge, { after: 3, scope: [{ region: ['JP'] }] });
    const offered = machines(part, 'offered');
    expect(offered.live / offered.calm).toBeGreaterThan(1);
    expect(offered.live / offered.calm).toBeLessThan(1.12);
  });
});

describe('six tenths of the capacity', () => {
  const fault = { kind: 'capacity', pool: 'main', factor: 0.6 } as const;
  const left = tried(base, fault, { after: 15 });

  test('requests fall to the light ranker and wait', () => {
    expect(machines(left, 'heavy').live).toBeLessThan(0.75);
    expect(machines(left, 'p99').live).toBeGreaterThan(1_500);
    expect(saves(left)).toBeLessThan(-15);
    expect(machines(left, 'offered').live / machines(left, 'offered').calm).toBeLessThan(1.15);
  });

  test('machines bring it back once they are warm, and not before', () => {
    const spec = { kind: 'scale-up', pool: 'main', factor: 1.7 } as const;
    const orders = [{ at: 10, spec }];
    expect(saves(tried(base, fault, { after: 11, orders }))).toBeLessThan(-8);
    expect(Math.abs(saves(tried(base, fault, { after: 30, orders })))).toBeLessThan(0.3);
  });
});

describe('a hot shard', () => {
  const fault = { kind: 'hot-shard', shard: 11, factor: 20 } as const;
  const left = tried(base, fault, { after: 5 });

  test('bimodal: p99 four times the usual, p50 as ever', () => {
    const p99 = machines(left, 'p99');
    expect(p99.live / p99.calm).toBeGreaterThan(3);
    expect(p99.live / p99.calm).toBeLessThan(5);
    const p50 = machines(left, 'p50');
    expect(p50.live / p50.calm).toBeLessThan(1.25);
  });

  test('a few saves, on those who meet the idea; nobody is sent down the ladder', () => {
    expect(saves(left)).toBeLessThan(-1);
    expect(saves(left)).toBeGreaterThan(-6);
    expect(sums(left, V_FALLBACK).live).toBe(0);
    expect(machines(left, 'utilisation').live).toBeCloseTo(machines(left, 'utilisation').calm, 5);
    const regions = ['NA', 'EU-W', 'IN'].map((region) =>
      saves(left, 'all', (p) => sim.valueOf(world, 'region', p, 0, PEAK) === region),
    );
    for (const region of regions) expect(region).toBeLessThan(0);
  });

  test('replicated keys cure it; machines do not', () => {
    const cured = tried(base, fault, {
      after: 25,
      orders: [{ at: 20, spec: { kind: 'replicate-keys' } }],
    });
    expect(Math.abs(saves(cured))).toBeLessThan(0.3);
    expect(machines(cured, 'p99').live / machines(cured, 'p99').calm).toBeLessThan(1.02);
    const scaled = tried(base, fault, {
      after: 25,
      orders: [{ at: 10, spec: { kind: 'scale-up', pool: 'main', factor: 2 } }],
    });
    expect(saves(scaled)).toBeLessThan(saves(left) / 2);
    expect(machines(scaled, 'p99').live).toBeGreaterThan(1_400);
  });

  test('an idea that may no longer be shown is no longer waited for', () => {
    const capped = tried(base, fault, {
      after: 25,
      orders: [{ at: 20, spec: { kind: 'exposure-cap', perDay: 1 } }],
    });
    expect(capped.world.infra.hotTouched).toBeLessThan(left.world.infra.hotTouched / 2);
  });
});
