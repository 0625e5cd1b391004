import { describe, expect, test } from 'vitest';
import { streamKey } from '../../src/determinism/random.ts';
import { sim } from './compiled.ts';

const { armBucket, rolloutShare, rollout, worldAt, servedLine, armOf, defaultControl, DAY } = sim;

describe('routing of a rollout', () => {
  test('sample ratio: χ² holds its level over seeds', () => {
    const people = 2000;
    const share = 0.25;
    const seeds = 400;
    let rejected = 0;
    for (let s = 0; s < seeds; s++) {
      const key = streamKey(`ratio ${s}`, 'assignment');
      let treated = 0;
      for (let p = 0; p < people; p++) if (armBucket(key, 0, p) < share) treated++;
      const expected = people * share;
      const chi = (treated - expected) ** 2 * (1 / expected + 1 / (people - expected));
      // 3.841: the 95 % point of χ² with one degree of freedom.
      if (chi > 3.841) rejected++;
    }
    // 5 % of 400 ± 3.5 standard deviations.
    expect(rejected).toBeGreaterThan(4);
    expect(rejected).toBeLessThan(36);
  });

  test('buckets of two rollouts are independent', () => {
    const key = streamKey('two', 'assignment');
    let both = 0;
    const n = 20_000;
    for (let p = 0; p < n; p++)
      if (armBucket(key, 0, p) < 0.5 && armBucket(key, 1, p) < 0.5) both++;
    expect(Math.abs(both / n - 0.25)).toBeLessThan(0.015);
  });

  test('stages take effect at their minute and only add people', () => {
    const ramp = rollout([
      { tick: 100, share: 0.05 },
      { tick: 200, share: 0.25 },
    ]);
    const world = worldAt(0, 'oak', { rollouts: [ramp] });
    const treated = (tick: number): Set<number> => {
      const set = new Set<number>();
      for (let p = 0; p < world.people.count; p++)
        if (servedLine(world, p, 0, tick) === 1) set.add(p);
      return set;
    };
    expect(treated(99).size).toBe(0);
    const early = treated(100);
    expect(Math.abs(early.size / world.people.count - 0.05)).toBeLessThan(0.02);
    const late = treated(200);
    expect(Math.abs(late.size / world.people.count - 0.25)).toBeLessThan(0.035);
    expect([...early].every((p) => late.has(p))).toBe(true);
    expect(treated(199)).toEqual(early);
    // The arm is the assignment.
    for (const p of late) expect(armOf(world, p, 200)).toBe('v2');
  });

  test('holds and freezes stop the ramp where it stands', () => {
    const ramp = rollout([
      { tick: 100, share: 0.05 },
      { tick: 200, share: 0.25 },
    ]);
    const control = defaultControl();
    expect(rolloutShare(ramp, 300, control)).toBe(0.25);
    expect(rolloutShare(ramp, 300, { ...control, frozen: 150 })).toBe(0.05);
    expect(rolloutShare(ramp, 300, { ...control, frozen: 250 })).toBe(0.25);
    expect(rolloutShare(ramp, 300, { ...control, held: { ramp: 0 } })).toBe(0);
    expect(rolloutShare(ramp, 300, { ...control, held: { other: 0 } })).toBe(0.25);
  });

  test('the last matching route wins over rollouts', () => {
    const world = worldAt(0, 'oak', { rollouts: [rollout([{ tick: 0, share: 1 }])] });
    expect(servedLine(world, 0, 0, DAY)).toBe(1);
    world.control.routes.push({ id: 'a', scope: [{ surface: ['home'] }], to: 'v1' });
    expect(servedLine(world, 0, 0, DAY)).toBe(0);
    expect(servedLine(world, 0, 1, DAY)).toBe(1);
    world.control.routes.push({ id: 'b', scope: [{}], to: 'v2' });
    expect(servedLine(world, 0, 0, DAY)).toBe(1);
  });
});
