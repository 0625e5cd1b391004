import { describe, expect, test } from 'vitest';
import type { BuildSpec } from '../../src/sim/setup.ts';
import { sim } from './compiled.ts';

const { adoptionShare, buildOf, worldAt, personBuild, build, DAY } = sim;

const next: BuildSpec = {
  build: 'next',
  platform: 'android',
  adoption: [
    { tick: 100, share: 0.1 },
    { tick: 200, share: 0.5 },
    { tick: 400, share: 0.8 },
  ],
};
const builds = [build('old', 'android'), build('web', 'web'), next];

describe('adoption of a build', () => {
  test.each([
    [0, 0],
    [99, 0],
    [100, 0.1],
    [150, 0.3],
    [200, 0.5],
    [300, 0.65],
    [400, 0.8],
    [9000, 0.8],
  ])('at minute %d is %d', (tick, share) => {
    expect(adoptionShare(next, tick)).toBeCloseTo(share, 12);
  });

  test('early adopters come first and stay; the others keep the platform’s first build', () => {
    let had = 0;
    for (let tick = 0; tick < 500; tick += 10) {
      const of = Array.from({ length: 100 }, (_, r) =>
        buildOf(builds, 'android', r / 100, tick, {}),
      );
      const adopted = of.filter((b) => b === 2).length;
      expect(adopted).toBeGreaterThanOrEqual(had);
      had = adopted;
      expect(of.slice(0, adopted).every((b) => b === 2)).toBe(true);
      expect(of.slice(adopted).every((b) => b === 0)).toBe(true);
    }
    expect(had).toBe(80);
    expect(buildOf(builds, 'web', 0.01, 300, {})).toBe(1);
  });

  test('a paused release stands still', () => {
    const paused = { next: 150 };
    expect(buildOf(builds, 'android', 0.29, 400, paused)).toBe(2);
    expect(buildOf(builds, 'android', 0.31, 400, paused)).toBe(0);
    expect(buildOf(builds, 'android', 0.31, 400, {})).toBe(2);
  });

  test('a world’s people follow the curve', () => {
    const world = worldAt(0, 'oak', {
      builds: [build('old', 'android'), build('ios', 'ios'), build('web', 'web'), next],
    });
    const share = (tick: number): number => {
      let of = 0;
      let on = 0;
      for (let i = 0; i < world.people.count; i++) {
        if (world.people.platform[i] !== 0) continue;
        of++;
        if (personBuild(world, i, tick) === 3) on++;
      }
      return on / of;
    };
    expect(share(50)).toBe(0);
    expect(Math.abs(share(200) - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(share(DAY) - 0.8)).toBeLessThan(0.05);
  });
});
