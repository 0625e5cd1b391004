/** Explanations of unknown size: a panel settles no case that a larger rival would read alike. */
import { expect, test } from 'vitest';
import type { Foretold } from '../../src/analysis/belief/foretold.ts';
import { mindOf, updated } from '../../src/analysis/belief/posterior.ts';
import { inSizes, ofAnySize, priorInSizes } from '../../src/proof/judge/sizes.ts';
import { EVERYONE } from '../../src/sim/segments.ts';

const world = (hypothesis: string, seed: string, deviation: number): Foretold => ({
  hypothesis,
  seed,
  deviations: [new Map([['', deviation]])],
});
const FORETOLD = [
  world('truth', 'a', -30),
  world('truth', 'b', -32),
  world('rival', 'a', -18),
  world('rival', 'b', -17),
  world('other way', 'a', 12),
  world('other way', 'b', 13),
];
const PRIOR = new Map([
  ['truth', 0.25],
  ['rival', 0.25],
  ['other way', 0.25],
  ['none of these', 0.25],
]);
const RUNNABLE = new Set(['truth', 'rival', 'other way']);

test('on average a mechanism moves by its size, and its worlds differ as they did', () => {
  const sized = inSizes(FORETOLD);
  expect(sized).toHaveLength(5 * FORETOLD.length);
  const of = (hypothesis: string): number[][] => {
    const own = sized.filter((f) => f.hypothesis.startsWith(hypothesis));
    return [...new Set(own.map((f) => f.hypothesis))].map((name) =>
      own.filter((f) => f.hypothesis === name).map((f) => f.deviations[0]!.get('')!),
    );
  };
  expect(of('truth').map(([a, b]) => (a! + b!) / 2)[4]).toBeCloseTo(-62);
  for (const [a, b] of of('truth')) expect(a! - b!).toBeCloseTo(2);
});

test('belief is shared out among sizes and gathered again', () => {
  const prior = priorInSizes(PRIOR, RUNNABLE);
  expect(prior.size).toBe(3 * 5 + 1);
  for (const [id, p] of ofAnySize(prior)) expect(p).toBeCloseTo(PRIOR.get(id)!);
});

test('what a larger rival would read settles nothing; what none would does', () => {
  const query = { metric: 'save_rate', by: [], surface: 'all', hours: 1, tick: 0 } as const;
  const read = (deviation: number, foretold: readonly Foretold[], prior = PRIOR): number => {
    const seen = [{ key: '', deviation, error: 1 }];
    const mind = updated(mindOf(prior), foretold, 0, { ...query, scope: EVERYONE }, seen);
    const belief = ofAnySize(mind.belief);
    return belief.get('truth')! / (1 - belief.get('none of these')!);
  };
  const sized = (deviation: number): number =>
    read(deviation, inSizes(FORETOLD), new Map(priorInSizes(PRIOR, RUNNABLE)));
  expect(read(-31, FORETOLD)).toBeGreaterThan(0.95);
  expect(sized(-31)).toBeLessThan(0.8);
  expect(sized(-60)).toBeGreaterThan(0.85);
});
