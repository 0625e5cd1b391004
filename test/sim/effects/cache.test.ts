/** Home slates kept too long, and the ways to be rid of them (S04). */
import { describe, expect, test } from 'vitest';
import { sim } from '../compiled.ts';

const { baseAt, tried, saves, hides, machines, PEAK, DAY } = sim;
const base = baseAt(PEAK);
const fault = { kind: 'slate-cache', minutes: 1_500 } as const;
const left = tried(base, fault, { after: DAY });
const series = (o: ReturnType<typeof tried>, metric: 'p99' | 'popular' | 'attempts' | 'heavy') =>
  sim.infraSeries(sim.machinesOf(o.world), 'main', metric, PEAK + DAY - 1, o.world.tick);

describe('a day of slates kept for 25 hours', () => {
  test('home falls, and ever more so; search and related hardly', () => {
    const early = saves(tried(base, fault, { after: 120 }), 'home');
    expect(saves(left, 'home')).toBeLessThan(-4);
    expect(saves(left, 'home')).toBeGreaterThan(-16);
    expect(early).toBeGreaterThan(saves(left, 'home') + 2);
    expect(Math.abs(saves(left, 'search'))).toBeLessThan(2);
    expect(hides(left, 'home')).toBeGreaterThan(2);
  });

  test('the machines have less to do, and p99 looks better', () => {
    expect(machines(left, 'cached').live).toBeGreaterThan(0.05);
    expect(machines(left, 'utilisation').live).toBeLessThan(
      machines(left, 'utilisation').calm * 0.99,
    );
    expect(machines(left, 'p99').live).toBeLessThan(machines(left, 'p99').calm);
  });

  test('another ranker is not seen: its scores reach nobody who is shown a kept slate', () => {
    const spec = { kind: 'rollback-model', to: 'v2', scope: [{}] } as const;
    const rolled = tried(base, fault, { after: DAY, orders: [{ at: DAY - 20, spec }] });
    expect(Math.abs(saves(rolled, 'home') - saves(left, 'home'))).toBeLessThan(1.5);
  });
});

describe('being rid of them at the peak', () => {
  const purge = (gradual: boolean, after: number) =>
    tried(base, fault, {
      after: DAY + after,
      orders: [
        { at: DAY - 1, spec: { kind: 'revert-setting', setting: 'slate-cache' } },
        { at: DAY, spec: { kind: 'purge-cache', gradual } },
      ],
    });

  test('all at once: every open app asks anew, a stampede of some minutes', () => {
    const o = purge(false, 30);
    const attempts = series(o, 'attempts');
    expect(Math.max(...attempts) / attempts[0]!).toBeGreaterThan(3);
    expect(Math.max(...series(o, 'p99'))).toBeGreaterThan(2_000);
    expect(Math.max(...series(o, 'popular'))).toBeGreaterThan(0.25);
    // It passes: the machines were sized for a day like this.
    expect(machines(o, 'heavy').live).toBeGreaterThan(0.98);
    expect(Math.abs(saves(o, 'home'))).toBeLessThan(1);
  });

  test('a tenth every five minutes: nobody notices, and after fifty minutes it is done', () => {
    const o = purge(true, 60);
    const attempts = series(o, 'attempts');
    expect(Math.max(...attempts) / attempts[0]!).toBeLessThan(1.25);
    expect(Math.max(...series(o, 'p99'))).toBeLessThan(560);
    expect(Math.min(...series(o, 'heavy'))).toBeGreaterThan(0.98);
    expect(Math.abs(saves(o, 'home'))).toBeLessThan(1);
  });

  test('purged and not repaired, the slates are kept again', () => {
    const o = tried(base, fault, {
      after: 2 * DAY,
      orders: [{ at: DAY, spec: { kind: 'purge-cache', gradual: false } }],
    });
    expect(saves(o, 'home')).toBeLessThan(-3);
  });
});
