/** Scopes built by clicking mean what clicking said, however simply they are put. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conjunction, Dimension, Scope } from '../../src/sim/segments.ts';
import { membership, minus, simplified, union } from '../../src/ui/radius/algebra.ts';

const UNIVERSE = new Map<Dimension, readonly string[]>([
  ['build', ['9.10', '9.9', '9.8']],
  ['region', ['NA', 'EU-W', 'IN', 'JP']],
  ['arm', ['control', 'v41']],
]);

/** Every kind of person there is: one value of each dimension. */
const PEOPLE: readonly Conjunction[] = (UNIVERSE.get('build') ?? []).flatMap((build) =>
  (UNIVERSE.get('region') ?? []).flatMap((region) =>
    (UNIVERSE.get('arm') ?? []).map((arm) => ({ build: [build], region: [region], arm: [arm] })),
  ),
);

const within = (scope: Scope, person: Conjunction): boolean => membership(scope, person) === 'all';

const conjunction: fc.Arbitrary<Conjunction> = fc
  .record(
    Object.fromEntries(
      [...UNIVERSE].map(([dimension, values]) => [
        dimension,
        fc.subarray([...values], { minLength: 1 }),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((found) => found as Conjunction);
const scope = fc.array(conjunction, { maxLength: 5 });

test('a simplified scope holds the same people and is never longer', () => {
  fc.assert(
    fc.property(scope, (before) => {
      const after = simplified(before, UNIVERSE);
      expect(after.length).toBeLessThanOrEqual(before.length);
      for (const person of PEOPLE) expect(within(after, person)).toBe(within(before, person));
    }),
  );
});

test('a union holds whoever is in either part', () => {
  fc.assert(
    fc.property(scope, scope, (a, b) => {
      const both = union(a, b, UNIVERSE);
      for (const person of PEOPLE)
        expect(within(both, person)).toBe(within(a, person) || within(b, person));
    }),
  );
});

test('a difference holds whoever is in the first part and not in the second', () => {
  fc.assert(
    fc.property(scope, scope, (a, b) => {
      const left = minus(a, b, UNIVERSE);
      for (const person of PEOPLE)
        expect(within(left, person)).toBe(within(a, person) && !within(b, person));
    }),
  );
});

test('clicking every region of one build says that build and nothing more', () => {
  let built: Scope = [];
  for (const region of UNIVERSE.get('region') ?? [])
    built = union(built, [{ build: ['9.10'], region: [region] }], UNIVERSE);
  expect(built).toEqual([{ build: ['9.10'] }]);
});
