/** None of these: faults from outside an incident's list, and how belief in them goes. */
import { describe, expect, test } from 'vitest';
import type { Foretold } from '../../src/analysis/belief/foretold.ts';
import { NONE_OF_THESE, outsiderOf } from '../../src/analysis/belief/outside.ts';
import { runnable } from '../../src/analysis/belief/explained.ts';
import {
  goingOn,
  mindOf,
  NONE_PRIOR,
  priorOf,
  updated,
  withNone,
  type Mind,
} from '../../src/analysis/belief/posterior.ts';
import { chanceAgainst } from '../../src/analysis/belief/fall.ts';
import { requireWithinLimits } from '../../src/sim/limits.ts';
import { VARIANTS } from '../scenario/library.ts';
import { query, scenario } from './oneReading.ts';

const SEEDS = ['signature-1', 'signature-2', 'signature-3', 'signature-4', 'world-1'];

describe('a fault from outside the list', () => {
  test.each(VARIANTS.map((s) => [s.id, s] as const))(
    'of %s is of no kind that the incident lists, begins with one that it does, and can be run',
    (_, scenario) => {
      const known = runnable(scenario).flatMap(({ faults }) => faults);
      const drawn = SEEDS.map((seed) => outsiderOf(scenario, seed));
      for (const { id, faults } of drawn) {
        expect(id).toBe(NONE_OF_THESE);
        expect(faults).toHaveLength(1);
        const [fault] = faults;
        expect(known.map(({ kind }) => kind)).not.toContain(fault!.kind);
        expect(known.map(({ onset }) => onset)).toContain(fault!.onset);
        expect(() =>
          requireWithinLimits({ seed: 'x', days: 60, setup: scenario.world, faults }),
        ).not.toThrow();
      }
      expect(new Set(drawn.map(({ faults }) => JSON.stringify(faults))).size).toBeGreaterThan(1);
      expect(SEEDS.map((seed) => outsiderOf(scenario, seed))).toEqual(drawn);
    },
  );
});

test('begins at the page where no explanation of the list begins', () => {
  const nothing = {
    ...scenario,
    hypotheses: scenario.hypotheses.map((h) => ({ ...h, faults: [] })),
  };
  const [fault] = outsiderOf(nothing, 'a').faults;
  expect(fault!.onset).toBe(scenario.world.pageTick);
});

const SURE = ['a', 'b', 'c', 'd'];
/** Four worlds an explanation, each foretelling one number. */
const foretold = (numbers: Readonly<Record<string, readonly number[]>>): Foretold[] =>
  Object.entries(numbers).flatMap(([hypothesis, deviations]) =>
    SURE.map((seed, k) => ({ hypothesis, seed, deviations: [new Map([['', deviations[k]!]])] })),
  );
const listed = {
  'counted-twice': [-14.2, -13.8, -14.1, -13.9],
  'ranker-worse': [-4.1, -3.9, -4, -4],
  'nothing-wrong': [0.1, -0.1, 0, 0],
};
/** One of its faults foretells a rise, which nobody of the list does. */
const told = foretold({ ...listed, [NONE_OF_THESE]: [9, -30, 2, -1] });
const start: Mind = mindOf(priorOf(scenario));
const read = (deviation: number) => [{ key: '', deviation, error: 1 }];

describe('belief that it is none of these', () => {
  test('rises with what only such a fault foretold, and falls with what one of the list did', () => {
    expect(start.none).toBe(NONE_PRIOR);
    expect(updated(start, told, 0, query, read(9)).none).toBeGreaterThan(0.5);
    expect(updated(start, told, 0, query, read(-14)).none).toBeLessThan(NONE_PRIOR / 2);
  });

  test('is what Bayes’ rule says of a mixture', () => {
    // At full weight: what is tempered is so by who fits best of all.
    const after = updated(start, told, 0, query, read(-1), true);
    // Each by itself, against all that is listed.
    const odds = SURE.map((seed) => {
      const one = told.filter((f) => f.hypothesis !== NONE_OF_THESE || f.seed === seed);
      const { none } = updated(start, one, 0, query, read(-1), true);
      return none / (1 - none);
    });
    const mean = odds.reduce((a, b) => a + b) / odds.length;
    expect(after.none / (1 - after.none)).toBeCloseTo(mean, 10);
  });

  test('moves nothing between those of the list, nor what a look may bring', () => {
    for (const deviation of [9, -1, -4, -14]) {
      const without = updated(start, foretold(listed), 0, query, read(deviation));
      const after = updated(start, told, 0, query, read(deviation));
      expect(after.belief).toEqual(without.belief);
      expect(after.misfit).toEqual(without.misfit);
      expect(without.none).toBe(NONE_PRIOR);
      const look = [{ at: 0, query: { ...query, tick: query.tick + 90 }, groups: read(0) }];
      expect(chanceAgainst(after, told, look, ['ranker-worse'])).toBe(
        chanceAgainst(without, foretold(listed), look, ['ranker-worse']),
      );
    }
  });

  test('stays where it was in worlds that no such fault is lived through in', () => {
    const before = goingOn(updated(start, told, 0, query, read(9)));
    const after = updated(
      before,
      foretold(listed),
      0,
      { ...query, tick: query.tick + 90 },
      read(-4),
    );
    expect(after.none).toBe(before.none);
    expect(after.belief).not.toEqual(before.belief);
  });

  test('stands beside the others, and all come to one', () => {
    const { belief, none } = updated(start, told, 0, query, read(2));
    const all = withNone(belief, none);
    expect(all.get(NONE_OF_THESE)).toBe(none);
    expect([...all.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});
