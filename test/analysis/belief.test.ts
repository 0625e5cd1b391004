/** The ideal observer: its density, its rule, and what it makes of worlds that are what a hypothesis says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogLikelihood } from '../../src/analysis/belief/likelihood.ts';
import { factorOf, normalDensity } from '../../src/analysis/belief/gaussian.ts';
import type { Foretold } from '../../src/analysis/belief/foretold.ts';
import { NO_MISFIT, trustIn, withReadings } from '../../src/analysis/belief/misfit.ts';
import {
  goingOn,
  mindOf,
  priorOf,
  updated,
  type Mind,
} from '../../src/analysis/belief/posterior.ts';
import { reliabilityOf } from '../../src/analysis/belief/reliability.ts';
import { query, scenario } from './oneReading.ts';

describe('a normal density', () => {
  test('of two numbers is the one of the textbook', () => {
    const some = fc.double({ min: -3, max: 3, noNaN: true });
    const sd = fc.double({ min: 0.2, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        some,
        some,
        sd,
        sd,
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        (x, y, a, b, r) => {
          const q = (x / a) ** 2 - (2 * r * x * y) / (a * b) + (y / b) ** 2;
          const wanted =
            -q / (2 * (1 - r * r)) - Math.log(2 * Math.PI * a * b * Math.sqrt(1 - r * r));
          const sigma = Float64Array.of(a * a, 0, r * a * b, b * b);
          const { log, distance } = normalDensity([x, y], factorOf(sigma, 2));
          expect(log).toBeCloseTo(wanted, 8);
          expect(distance).toBeCloseTo(q / (1 - r * r), 6);
        },
      ),
    );
  });

  test('needs a covariance that can be one', () => {
    expect(() => factorOf(Float64Array.of(1, 0, 2, 1), 2)).toThrow(RangeError);
  });
});

/** Branches that foretell one number each, with a little between them. */
const foretold = (numbers: Readonly<Record<string, number>>): Foretold[] =>
  Object.entries(numbers).flatMap(([hypothesis, deviation]) =>
    [-0.2, 0.2].map((off) => ({
      hypothesis,
      seed: String(off),
      deviations: [new Map([['', deviation + off]])],
    })),
  );
const read = (deviation: number, error = 1) => [{ key: '', deviation, error }];

describe('belief', () => {
  const told = foretold({ 'counted-twice': -14, 'ranker-worse': -4, 'nothing-wrong': 0 });
  const start: Mind = mindOf(priorOf(scenario));
  const of = (mind: Mind, id: string): number => mind.belief.get(id)!;

  test('goes to who foretold the reading, and sums to one', () => {
    const after = updated(start, told, 0, query, read(-14));
    expect(of(after, 'counted-twice')).toBeGreaterThan(of(start, 'counted-twice'));
    expect(of(after, 'nothing-wrong')).toBeLessThan(0.01);
    expect([...after.belief.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  test('goes to who differs so much between worlds, not to who is as near on average and never differs', () => {
    const branches = (hypothesis: string, values: readonly number[]): Foretold[] =>
      values.map((deviation, seed) => ({
        hypothesis,
        seed: String(seed),
        deviations: [new Map([['', deviation]])],
      }));
    const restless = branches('ranker-worse', [-30, -14, 2, 18, 34]);
    const calm = branches('counted-twice', [-0.4, -0.2, 0, 0.2, 0.4]);
    const after = updated(start, [...restless, ...calm], 0, query, read(40));
    const gain = (id: string): number => of(after, id) / of(start, id);
    expect(gain('ranker-worse') / gain('counted-twice')).toBeGreaterThan(2);
    // What is read where both are on average is what the calm one always shows.
    const level = updated(start, [...restless, ...calm], 0, query, read(1));
    expect(of(level, 'counted-twice') / of(level, 'ranker-worse')).toBeGreaterThan(
      of(start, 'counted-twice') / of(start, 'ranker-worse'),
    );
  });

  test('of what nobody can run does not move', () => {
    const after = updated(start, told, 0, query, read(-14));
    for (const id of ['list-worse', 'job-drops', 'match-night'])
      expect(of(after, id)).toBe(of(start, id));
  });

  test('moves less where the error is larger, and not at all by the same reading again', () => {
    const sure = updated(start, told, 0, query, read(-9));
    const vague = updated(start, told, 0, query, read(-9, 30));
    const gap = (mind: Mind): number =>
      Math.abs(of(mind, 'nothing-wrong') - of(start, 'nothing-wrong'));
    expect(gap(vague)).toBeLessThan(gap(sure));
    const twice = updated(sure, told, 0, query, read(-9));
    expect(twice.belief).toEqual(sure.belief);
    // An hour later the same number is news.
    const later = updated(sure, told, 0, { ...query, tick: query.tick + 60 }, read(-9));
    expect(later.belief).not.toEqual(sure.belief);
  });

  test('learns nothing new of the whole from other cuts of it, only what groups differ by', () => {
    const groups = (numbers: Readonly<Record<string, readonly [number, number]>>): Foretold[] =>
      Object.entries(numbers).flatMap(([hypothesis, [a, b]]) =>
        [-0.2, 0.2].map((off) => ({
          hypothesis,
          seed: String(off),
          deviations: [
            new Map([
              ['a', a + off],
              ['b', b + off],
            ]),
          ],
        })),
      );
    // One falls everywhere a little, one in a group, and nothing is wrong; what is read is the whole as it was.
    const cut = groups({
      'counted-twice': [-3, -3],
      'ranker-worse': [-6, 0],
      'nothing-wrong': [0, 0],
    });
    const flat = ['a', 'b'].map((key) => ({ key, deviation: 0, error: 2 }));
    const by = ['region', 'platform', 'tier', 'activity', 'history', 'tenure'] as const;
    const first = updated(start, cut, 0, { ...query, by: [by[0]] }, flat);
    const last = by
      .slice(1)
      .reduce(
        (mind, dimension) => updated(mind, cut, 0, { ...query, by: [dimension] }, flat),
        first,
      );
    const odds = (mind: Mind, id: string): number => of(mind, id) / of(mind, 'nothing-wrong');
    // Six cuts say what one has said of the whole …
    expect(odds(last, 'counted-twice') / odds(first, 'counted-twice')).toBeGreaterThan(0.8);
    // … and each anew that no group stands out.
    expect(odds(last, 'ranker-worse')).toBeLessThan(odds(first, 'ranker-worse'));
  });

  test('hears of groups for the first time where the whole was read uncut', () => {
    const cut = foretold({ 'counted-twice': -6, 'nothing-wrong': -6 }).map((f) => ({
      ...f,
      deviations: [
        new Map([['', -6]]),
        new Map(
          f.hypothesis === 'nothing-wrong'
            ? [
                ['a', -6],
                ['b', -6],
              ]
            : [
                ['a', -12],
                ['b', 0],
              ],
        ),
      ],
    }));
    const seen = [
      { key: 'a', deviation: -12, error: 2 },
      { key: 'b', deviation: 0, error: 2 },
    ];
    const lens = { ...query, by: ['activity'] } as const;
    const whole = updated(start, cut, 0, query, read(-6, 2));
    const afterWhole = updated(whole, cut, 1, lens, seen);
    const atOnce = updated(start, cut, 1, lens, seen);
    expect(of(afterWhole, 'counted-twice')).toBeCloseTo(of(atOnce, 'counted-twice'), 2);
  });

  test('reads what never happens, which has no error', () => {
    const never = { ...query, metric: 'nonfinite_share' as const };
    const after = updated(start, told, 0, never, read(0, 0));
    expect([...after.belief.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(of(after, 'counted-twice')).toBeLessThan(of(start, 'counted-twice'));
  });

  test('stays where no group of a reading is known', () => {
    const other = [{ key: 'elsewhere', deviation: -14, error: 1 }];
    expect(updated(start, told, 0, query, other).belief).toBe(start.belief);
  });
});

test('calibration error is the gap of what is stated and what is so, weighed by the prior', () => {
  const cases = [0.9, 0.9, 0.9, 0.9].map((p, k) => ({
    scenario: 's',
    truth: k < 2 ? 'a' : 'b',
    looker: 'x',
    looks: 1,
    belief: { a: p, b: 1 - p },
    naive: { a: 0.5, b: 0.5 },
  }));
  const found = reliabilityOf(
    cases,
    new Map([
      [
        's',
        new Map([
          ['a', 0.5],
          ['b', 0.5],
        ]),
      ],
    ]),
  );
  // Said nine times in ten, so in five: for both classes.
  expect(found.ece).toBeCloseTo(0.4, 12);
  expect(found.scenarios[0]!.naiveLogScore).toBeCloseTo(Math.log(0.5), 12);
  expect(found.scenarios[0]!.logScore).toBeCloseTo((Math.log(0.9) + Math.log(0.1)) / 2, 12);
});

describe('trust in readings', () => {
  const off = (id: string, distance: number): Map<string, LogLikelihood> =>
    new Map([[id, { groups: 0, total: 0, distance }]]);
  const trust = (each: number, readings: number): number =>
    trustIn(
      withReadings(
        NO_MISFIT,
        [off('best', each * readings), off('other', 1e3 * readings)],
        readings,
        1,
      ),
    );

  test('is whole where who fits best is off by no more than is usual, and never more than whole', () => {
    expect(trustIn(NO_MISFIT)).toBe(1);
    expect(trust(0, 20)).toBe(1);
    expect(trust(0.5, 20)).toBe(1);
  });

  test('falls with what even the best is off by, the surer the more readings say so', () => {
    expect(trust(1.5, 20)).toBeLessThan(trust(1, 20));
    expect(trust(1.5, 20)).toBeLessThan(trust(1.5, 4));
  });

  test('of readings that fit nobody belief hardly moves', () => {
    const told = foretold({ 'counted-twice': -14, 'ranker-worse': -10, 'nothing-wrong': 0 });
    const start = mindOf(priorOf(scenario));
    const gap = (mind: Mind): number =>
      Math.abs(mind.belief.get('nothing-wrong')! - start.belief.get('nothing-wrong')!);
    const near = updated(start, told, 0, query, read(-3));
    const strange = updated(start, told, 0, query, read(30));
    expect(strange.misfit.distance.get('nothing-wrong')!).toBeGreaterThan(9);
    expect(gap(strange)).toBeLessThan(gap(near));
  });

  test('is carried on into worlds in which not every explanation is lived through', () => {
    const told = foretold({ 'counted-twice': -14, 'ranker-worse': -4, 'nothing-wrong': 0 });
    const mind = goingOn(updated(mindOf(priorOf(scenario)), told, 0, query, read(-9)));
    const left = told.filter(({ hypothesis }) => hypothesis !== 'nothing-wrong');
    const later = { ...query, tick: query.tick + 60 };
    const after = updated(mind, left, 0, later, read(-14));
    expect(after.belief.get('nothing-wrong')).toBe(mind.belief.get('nothing-wrong'));
    expect(after.misfit.readings).toBe(2);
    expect([...after.misfit.distance.keys()]).toEqual(['counted-twice', 'ranker-worse']);
  });
});
