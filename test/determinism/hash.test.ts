import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Hasher, hashString, type HashableArray } from '../../src/determinism/hash.ts';

const of = (values: HashableArray): string => new Hasher().array(values).digest();
const ofNumber = (x: number): string => new Hasher().number(x).digest();

/** A NaN whose bits are not the usual ones. */
function oddNaN64(): Float64Array {
  return new Float64Array(new BigUint64Array([0xfff8dead_beef0001n]).buffer);
}
function oddNaN32(): Float32Array {
  return new Float32Array(new Uint32Array([0xffc12345]).buffer);
}

const KINDS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
] as const;

describe('canonical values', () => {
  test('minus zero is zero', () => {
    expect(ofNumber(-0)).toBe(ofNumber(0));
    expect(of(new Float64Array([1, -0]))).toBe(of(new Float64Array([1, 0])));
    expect(of(new Float32Array([1, -0]))).toBe(of(new Float32Array([1, 0])));
  });

  test('every NaN is one value', () => {
    expect(of(oddNaN64())).toBe(of(new Float64Array([NaN])));
    expect(of(oddNaN32())).toBe(of(new Float32Array([NaN])));
  });

  test('infinity is not NaN', () => {
    expect(of(new Float64Array([Infinity]))).not.toBe(of(new Float64Array([NaN])));
    expect(of(new Float32Array([Infinity]))).not.toBe(of(new Float32Array([NaN])));
    expect(ofNumber(Infinity)).not.toBe(ofNumber(-Infinity));
  });
});

describe('what must differ', () => {
  test('order, kind, length and boundaries', () => {
    const digests = [
      new Hasher().digest(),
      new Hasher().number(1).number(2).digest(),
      new Hasher().number(2).number(1).digest(),
      new Hasher().string('ab').string('c').digest(),
      new Hasher().string('a').string('bc').digest(),
      new Hasher().string('').digest(),
      new Hasher().string('').string('').digest(),
      new Hasher().number(0).digest(),
      ...KINDS.flatMap((Kind) => [
        of(new Kind(0)),
        of(new Kind(3)),
        of(new Kind(4)),
        of(new Kind([1, 2])),
      ]),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  test.each(KINDS.map((Kind) => [Kind.name, Kind] as const))(
    'one changed element of %s',
    (_name, Kind) => {
      const values = new Kind(37);
      const seen = new Set([of(values)]);
      for (let i = 0; i < values.length; i++) {
        values[i] = 1;
        seen.add(of(values));
        values[i] = 0;
      }
      expect(seen.size).toBe(values.length + 1);
    },
  );

  test('no collision among many near states', () => {
    const seen = new Set<string>();
    const state = new Float64Array(8);
    for (let i = 0; i < 50_000; i++) {
      state[i & 7]! += 1;
      seen.add(of(state));
    }
    expect(seen.size).toBe(50_000);
  });

  test('a flipped bit flips about half of the digest', () => {
    let flips = 0;
    const trials = 2000;
    for (let i = 0; i < trials; i++) {
      const words = new Uint32Array([i, i * 7, i * 13]);
      const before = BigInt(`0x${of(words)}`);
      words[i % 3]! ^= 1 << (i % 32);
      for (let x = before ^ BigInt(`0x${of(words)}`); x > 0n; x &= x - 1n) flips++;
    }
    expect(flips / trials / 64).toBeGreaterThan(0.49);
    expect(flips / trials / 64).toBeLessThan(0.51);
  });
});

test('a digest is sixteen hexadecimal digits and does not end the hash', () => {
  const hasher = new Hasher().number(1);
  expect(hasher.digest()).toMatch(/^[0-9a-f]{16}$/);
  expect(hasher.digest()).toBe(hasher.digest());
  expect(hasher.string('x').digest()).toBe(new Hasher().number(1).string('x').digest());
});

test('an array hashes alike wherever it lies in its buffer', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 0, max: 7 }),
      (bytes, shift) => {
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        expect(of(moved.subarray(shift))).toBe(of(bytes));
        const wide = Uint16Array.from(bytes);
        const movedWide = new Uint16Array(wide.length + shift);
        movedWide.set(wide, shift);
        expect(of(movedWide.subarray(shift))).toBe(of(wide));
      },
    ),
  );
});

// Golden: a changed value here breaks every recording ever shared.
test('digests do not change between versions', () => {
  const digest = new Hasher()
    .number(Math.PI)
    .string('Corkboard')
    .array(new Float64Array([1.5, -0, NaN]))
    .array(new Float32Array([0.1, -2]))
    .array(new Int32Array([-1, 2]))
    .array(new Uint8Array([1, 2, 3, 4, 5]))
    .digest();
  expect(digest).toBe('d64d523019f40eaa');
  expect(hashString('blast radius')).toBe('a68c1d9547e06dac');
});
