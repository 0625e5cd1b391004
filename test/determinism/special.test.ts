import * as statistics from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import * as own from '../../src/determinism/special.ts';
import { evenly } from './errorBound.ts';

// x, erf(x), erfc(x): C library values to the last bit.
const ERROR_FUNCTION: [number, number, number][] = [
  [-5, -0.9999999999984626, 1.9999999999984626],
  [-2, -0.9953222650189527, 1.9953222650189528],
  [-1.999, -0.9953015566513705, 1.9953015566513705],
  [-0.5, -0.5204998778130465, 1.5204998778130465],
  [1e-10, 1.1283791670955126e-10, 0.999999999887162],
  [0.1, 0.1124629160182849, 0.8875370839817152],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [1, 0.8427007929497149, 0.15729920705028513],
  [1.5, 0.9661051464753108, 0.033894853524689274],
  [1.999, 0.9953015566513705, 0.004698443348629488],
  [2, 0.9953222650189527, 0.004677734981047265],
  [2.5, 0.999593047982555, 0.0004069520174449589],
  [3, 0.9999779095030014, 2.2090496998585438e-5],
  [5, 0.9999999999984626, 1.5374597944280351e-12],
  [10, 1, 2.088487583762545e-45],
  [20, 1, 5.3958656116079005e-176],
  [26, 1, 5.663192408856143e-296],
];

const LOG_GAMMA: [number, number][] = [
  [1e-8, 18.42068073818021],
  [1e-3, 6.907178885383854],
  [0.1, 2.2527126517342055],
  [0.5, 0.5723649429247004],
  [1, 0],
  [1.5, -0.12078223763524543],
  [2, 0],
  [3, 0.693147180559945],
  [4.5, 2.453736570842443],
  [7.25, 7.0521854507385395],
  [14.9, 24.924132002217277],
  [15, 25.191221182738683],
  [100, 359.1342053695754],
  [1e4, 82099.71749644238],
  [1e10, 220258509288.81058],
];

const relative = (seen: number, wanted: number): number =>
  Math.abs(seen - wanted) / Math.abs(wanted);

describe('error function', () => {
  test.each(ERROR_FUNCTION)('at %d', (x, erf, erfc) => {
    expect(relative(own.erf(x), erf)).toBeLessThanOrEqual(1e-12);
    expect(relative(own.erfc(x), erfc)).toBeLessThanOrEqual(1e-12);
  });

  test('at its ends', () => {
    expect(own.erf(0)).toBe(0);
    expect(own.erf(40)).toBe(1);
    expect(own.erfc(-40)).toBe(2);
    expect(own.erfc(40)).toBe(0);
    expect(own.erf(NaN)).toBeNaN();
    expect(own.erfc(NaN)).toBeNaN();
  });

  test('never falls', () => {
    let before = -1;
    for (const x of evenly(-6, 6, 20_001)) {
      const after = own.erf(x);
      // Neighbours may swap within the last bits where two methods meet.
      expect(after).toBeGreaterThanOrEqual(before - 1e-15);
      before = after;
    }
  });
});

describe('normal distribution', () => {
  test('agrees with a statistics library', () => {
    // Its table of the distribution function has four to five digits.
    for (const z of evenly(-3, 3, 25)) {
      expect(own.normalCdf(z)).toBeCloseTo(statistics.cumulativeStdNormalProbability(z), 4);
    }
    for (const p of evenly(0.05, 0.95, 19)) {
      expect(own.normalQuantile(p)).toBeCloseTo(statistics.probit(p), 2);
    }
  });

  test.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.5, 0],
    [1e-10, -6.361340902404056],
    [1e-30, -11.464024688443617],
  ])('quantile of %d', (p, z) => {
    expect(Math.abs(own.normalQuantile(p) - z)).toBeLessThanOrEqual(
      1e-14 * Math.max(1, Math.abs(z)),
    );
  });

  test('the quantile undoes the distribution function', () => {
    for (const z of evenly(-30, 5, 701)) {
      // The upper tail loses digits in p itself, by 1/density(z).
      const bound = z < 1 ? 1e-12 * Math.max(1, -z) : 1e-15 / own.normalPdf(z);
      expect(Math.abs(own.normalQuantile(own.normalCdf(z)) - z), `z ${z}`).toBeLessThanOrEqual(
        bound,
      );
    }
  });

  test('the density is the slope of the distribution function', () => {
    for (const z of evenly(-4, 4, 81)) {
      const slope = (own.normalCdf(z + 1e-4) - own.normalCdf(z - 1e-4)) / 2e-4;
      expect(own.normalPdf(z)).toBeCloseTo(slope, 8);
    }
  });

  test('the quantile of what is no probability', () => {
    expect(own.normalQuantile(0)).toBe(-Infinity);
    expect(own.normalQuantile(1)).toBe(Infinity);
    expect(own.normalQuantile(-0.1)).toBeNaN();
    expect(own.normalQuantile(1.1)).toBeNaN();
    expect(own.normalQuantile(NaN)).toBeNaN();
  });
});

describe('log-gamma', () => {
  test.each(LOG_GAMMA)('at %d', (x, wanted) => {
    const bound = 1e-14 * Math.max(1, Math.abs(wanted));
    expect(Math.abs(own.lgamma(x) - wanted)).toBeLessThanOrEqual(bound);
  });

  test('outside its range', () => {
    expect(own.lgamma(0)).toBeNaN();
    expect(own.lgamma(-1.5)).toBeNaN();
    expect(own.lgamma(Infinity)).toBe(Infinity);
  });
});

// t, degrees of freedom, upper tail: SciPy 1 (scipy.stats.t.sf).
const STUDENT: [number, number, number][] = [
  [0.1, 1, 0.4682744825694465],
  [1, 1, 0.25],
  [8, 1, 0.039583424160565546],
  [1, 2, 0.2113248654051871],
  [2.5, 2, 0.06480586011075541],
  [2.5, 5, 0.02724504967118813],
  [8, 5, 0.0002464533302862221],
  [0.1, 19, 0.46069597488262726],
  [2.5, 19, 0.01087020558419872],
  [8, 19, 8.379773441409066e-8],
  [2.5, 199, 0.006613629983253852],
  [8, 199, 5.030730029388498e-14],
];

describe('studentUpper', () => {
  test.each(STUDENT)('%f with %i degrees of freedom', (t, df, tail) => {
    expect(Math.abs(own.studentUpper(t, df) / tail - 1)).toBeLessThan(1e-10);
    expect(own.studentUpper(-t, df)).toBeCloseTo(1 - tail, 12);
  });

  test('at its ends and outside', () => {
    expect(own.studentUpper(0, 3)).toBe(0.5);
    expect(own.studentUpper(Infinity, 3)).toBe(0);
    expect(own.studentUpper(-Infinity, 3)).toBe(1);
    expect(own.studentUpper(1, 0)).toBeNaN();
  });
});
