import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceOf } from '../../src/bots/dice.ts';

test('dice fall alike for one player and seed, and otherwise for another', () => {
  const list = Array.from({ length: 20 }, (_, i) => i);
  const shuffled = (seed: string, player: string): number[] => diceOf(seed, player).shuffled(list);
  expect(shuffled('ash', 'shotgun')).toEqual(shuffled('ash', 'shotgun'));
  expect(shuffled('ash', 'shotgun')).not.toEqual(shuffled('elm', 'shotgun'));
  expect(shuffled('ash', 'shotgun')).not.toEqual(shuffled('ash', 'tourist'));
});

test('shuffling keeps every one, and picking takes one that is there', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.string(), (list, seed) => {
      const dice = diceOf(seed, 'random');
      expect(dice.shuffled(list).toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
      expect(list).toContain(dice.of(list));
    }),
  );
});

test('whatever is picked from comes up in the end', () => {
  const dice = diceOf('ash', 'random');
  const faces = [1, 2, 3, 4, 5, 6];
  const thrown = new Set(Array.from({ length: 200 }, () => dice.of(faces)));
  expect([...thrown].toSorted((a, b) => a - b)).toEqual(faces);
});
