import { describe, expect, test } from 'vitest';
import * as random from '../../src/determinism/random.ts';
import { normalCdf } from '../../src/determinism/special.ts';

const KEY = random.streamKey('page-1', 'visits');

/** Pearson's statistic for equal expected counts, as a standard score (Wilson and Hilferty). */
function chiSquareScore(counts: ArrayLike<number>, expected: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected) ** 2 / expected;
  const k = counts.length - 1;
  const c = 2 / (9 * k);
  return (Math.cbrt(sum / k) - (1 - c)) / Math.sqrt(c);
}

function correlation(f: (i: number) => number, g: (i: number) => number, n: number): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [a, b] = [f(i), g(i)];
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return (xy - (x * y) / n) / Math.sqrt((xx - (x * x) / n) * (yy - (y * y) / n));
}

const bits = (x: number): number => {
  let count = 0;
  for (let w = x; w !== 0; w &= w - 1) count++;
  return count;
};

describe('streamKey', () => {
  // Golden: a changed key changes every world ever shared.
  test('keys do not change between versions', () => {
    expect(random.streamKey('page-1', 'visits')).toBe(2489529579);
    expect(random.streamKey('', '')).toBe(81423329);
    expect(random.hash32(1, 2, 3, 4)).toBe(2580444511);
  });

  test('is a uint32 that depends on seed, name and where one ends', () => {
    const keys = new Set<number>();
    for (let i = 0; i < 100; i++) {
      for (let j = 0; j < 100; j++) keys.add(random.streamKey(`seed ${i}`, `stream ${j}`));
    }
    expect(keys.size).toBeGreaterThanOrEqual(9999); // one birthday in 2^32 is forgiven
    for (const key of keys) expect(key).toBe(key >>> 0);
    expect(random.streamKey('ab', 'c')).not.toBe(random.streamKey('a', 'bc'));
    expect(random.streamKey('', 'a')).not.toBe(random.streamKey('a', ''));
  });

  test('similar seeds share nothing', () => {
    let flipped = 0;
    for (let i = 0; i < 1000; i++) {
      flipped += bits(random.streamKey(`s${i}`, 'x') ^ random.streamKey(`s${i + 1}`, 'x'));
    }
    expect(flipped / 32_000).toBeCloseTo(0.5, 1);
  });
});

describe('hash32', () => {
  test('every bit of key and counters flips every bit of the result half of the time', () => {
    const samples = 4000;
    for (let input = 0; input < 128; input++) {
      const flips = new Float64Array(32);
      for (let i = 0; i < samples; i++) {
        const args = Int32Array.of(i * 3, i % 97, i, i >> 3);
        const before = random.hash32(args[0]!, args[1]!, args[2]!, args[3]);
        args[input >> 5]! ^= 1 << (input & 31);
        const change = before ^ random.hash32(args[0]!, args[1]!, args[2]!, args[3]);
        for (let bit = 0; bit < 32; bit++) flips[bit]! += (change >>> bit) & 1;
      }
      for (let bit = 0; bit < 32; bit++) {
        // 4096 cells: five standard errors, 0.5 / √samples each, and the finaliser's own bias.
        expect(Math.abs(flips[bit]! / samples - 0.5), `bit ${input} → ${bit}`).toBeLessThan(0.045);
      }
    }
  });

  test('is a chain of sub-keys', () => {
    const long = random.hash32(KEY, 5, 6, 7);
    expect(random.subKey(random.subKey(random.subKey(KEY, 5), 6), 7) >>> 0).toBe(long);
    expect(random.hash32(KEY, 5, 6)).toBe(random.hash32(KEY, 5, 6, 0));
  });

  test('counters are not interchangeable', () => {
    expect(random.hash32(KEY, 1, 2)).not.toBe(random.hash32(KEY, 2, 1));
    expect(random.hash32(KEY, 0, 1)).not.toBe(random.hash32(KEY, 1, 0));
  });

  test('is one-to-one in its last counter', () => {
    const seen = new Set<number>();
    for (let i = 0; i < 100_000; i++) seen.add(random.subKey(KEY, i));
    expect(seen.size).toBe(100_000);
  });

  // Were the counter only xor-ed into the key, each person would find a twin with the same draws
  // in another order.
  test('no two people own the same set of draws', () => {
    const owners = new Map<number, number>();
    let shared = 0;
    const [people, ticks] = [500, 256];
    for (let person = 0; person < people; person++) {
      for (let tick = 0; tick < ticks; tick++) {
        const draw = random.hash32(KEY, person, tick);
        if (owners.has(draw)) shared++;
        owners.set(draw, person);
      }
    }
    // Birthdays: n²/2 / 2^32 ≈ 1.9 for 128,000 draws. A single shared stream would be 256.
    expect(shared).toBeLessThan(12);
  });
});

describe('uniform', () => {
  const n = 200_000;

  test.each([
    ['one counter runs', (i: number) => random.uniform(KEY, i, 0)],
    ['the other runs', (i: number) => random.uniform(KEY, 17, i)],
    ['the third runs', (i: number) => random.uniform(KEY, 17, 3, i)],
    ['two run together', (i: number) => random.uniform(KEY, i & 255, i >> 8)],
    ['counters are negative', (i: number) => random.uniform(KEY, -i, 1)],
    ['the key runs', (i: number) => random.uniform(i, 1, 1)],
    ['steps are powers of two', (i: number) => random.uniform(KEY, (i * 4096) | 0, 9)],
  ])('is flat when %s', (_name, draw) => {
    const coarse = new Float64Array(256);
    const fine = new Float64Array(256);
    for (let i = 0; i < n; i++) {
      const u = draw(i);
      if (!(u >= 0 && u < 1)) expect.fail(`${u} is outside [0, 1)`);
      coarse[Math.floor(u * 256)]!++;
      fine[Math.floor(u * 65536) & 255]!++;
    }
    expect(Math.abs(chiSquareScore(coarse, n / 256))).toBeLessThan(4.5);
    expect(Math.abs(chiSquareScore(fine, n / 256))).toBeLessThan(4.5);
  });

  test.each([
    ['the next tick', (i: number) => random.uniform(KEY, 3, i + 1)],
    ['the next person', (i: number) => random.uniform(KEY, 4, i)],
    ['the next position', (i: number) => random.uniform(KEY, 3, i, 1)],
    ['the next key', (i: number) => random.uniform(KEY + 1, 3, i)],
    ['another stream', (i: number) => random.uniform(random.streamKey('page-1', 'visit'), 3, i)],
    ['another seed', (i: number) => random.uniform(random.streamKey('page-2', 'visits'), 3, i)],
    ['swapped counters', (i: number) => random.uniform(KEY, i, 3)],
  ])('is independent of %s', (_name, other) => {
    const draw = (i: number): number => random.uniform(KEY, 3, i);
    const pairs = 100_000;
    expect(Math.abs(correlation(draw, other, pairs))).toBeLessThan(4.5 / Math.sqrt(pairs));
    const cells = new Float64Array(256);
    for (let i = 0; i < pairs; i++) {
      cells[Math.floor(draw(i) * 16) * 16 + Math.floor(other(i) * 16)]!++;
    }
    expect(Math.abs(chiSquareScore(cells, pairs / 256))).toBeLessThan(4.5);
  });

  test('a draw does not remember other draws', () => {
    const before = random.uniform(KEY, 1, 1);
    for (let i = 0; i < 100; i++) random.uniform(KEY, i, i);
    expect(random.uniform(KEY, 1, 1)).toBe(before);
  });
});

describe('distributions', () => {
  const n = 100_000;

  test('every kind of draw uses all its counters, and the uniform of the same name', () => {
    for (let i = 0; i < 200; i++) {
      const u = random.uniform(KEY, 1, 2, i);
      expect(random.intBelow(KEY, 1000, 1, 2, i)).toBe(Math.floor(u * 1000));
      expect(random.bernoulli(KEY, 0.3, 1, 2, i)).toBe(u < 0.3);
      expect(normalCdf(random.normal(KEY, 1, 2, i))).toBeCloseTo(u, 8);
      expect(random.poissonSmall(KEY, 1, 1, 2, i) === 0).toBe(u < Math.exp(-1));
    }
  });

  test('normal has its moments and its shape', () => {
    const cells = new Float64Array(100);
    let [sum, squares, cubes] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const z = random.normal(KEY, i, 5);
      sum += z;
      squares += z * z;
      cubes += z * z * z;
      cells[Math.floor(normalCdf(z) * 100)]!++;
    }
    expect(Math.abs(sum / n)).toBeLessThan(4.5 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan(4.5 * Math.sqrt(2 / n));
    expect(Math.abs(cubes / n)).toBeLessThan(4.5 * Math.sqrt(15 / n));
    expect(Math.abs(chiSquareScore(cells, n / 100))).toBeLessThan(4.5);
  });

  test.each([0.001, 0.02, 0.5, 0.97])('bernoulli at %d', (p) => {
    let hits = 0;
    for (let i = 0; i < n; i++) hits += Number(random.bernoulli(KEY, p, i, 6));
    expect(Math.abs(hits - n * p)).toBeLessThan(4.5 * Math.sqrt(n * p * (1 - p)));
  });

  test('bernoulli at its ends', () => {
    for (let i = 0; i < 1000; i++) {
      expect(random.bernoulli(KEY, 0, i, 0)).toBe(false);
      expect(random.bernoulli(KEY, 1, i, 0)).toBe(true);
      expect(random.bernoulli(KEY, NaN, i, 0)).toBe(false);
    }
  });

  test.each([1, 2, 7, 100, 1000])('intBelow %d is flat and in range', (size) => {
    const counts = new Float64Array(size);
    for (let i = 0; i < n; i++) counts[random.intBelow(KEY, size, i, 7)]!++;
    expect(counts.reduce((a, b) => a + b)).toBe(n);
    if (size > 1) expect(Math.abs(chiSquareScore(counts, n / size))).toBeLessThan(4.5);
  });

  test('intBelow reaches neither below zero nor its bound, however large', () => {
    for (let i = 0; i < 10_000; i++) {
      const x = random.intBelow(KEY, 2 ** 32, i, 8);
      expect(x >= 0 && x < 2 ** 32 && Number.isInteger(x)).toBe(true);
    }
  });

  test.each([0.01, 0.5, 3, 20, 100])(
    'poissonSmall at mean %d has equal mean and variance',
    (mean) => {
      let [sum, squares] = [0, 0];
      for (let i = 0; i < n; i++) {
        const count = random.poissonSmall(KEY, mean, i, 9);
        sum += count;
        squares += (count - mean) ** 2;
      }
      expect(Math.abs(sum / n - mean)).toBeLessThan(4.5 * Math.sqrt(mean / n));
      expect(Math.abs(squares / n - mean)).toBeLessThan(
        4.5 * Math.sqrt((mean + 2 * mean * mean) / n),
      );
    },
  );

  test('poissonSmall outside its range', () => {
    expect(random.poissonSmall(KEY, 0, 1, 1)).toBe(0);
    expect(random.poissonSmall(KEY, -1, 1, 1)).toBe(0);
    expect(() => random.poissonSmall(KEY, 101, 1, 1)).toThrow(RangeError);
    expect(() => random.poissonSmall(KEY, NaN, 1, 1)).toThrow(RangeError);
  });
});
