/** What is claimed of a rollback, incident by incident. */
import { expect, test } from 'vitest';
import type { SeedOrders } from '../../src/cli/measureOrders.ts';
import { claimsOf } from '../../src/cli/orderWords.ts';
import { scenarioById, variantById } from '../scenario/library.ts';

const ofRollback = (id: string): string[] =>
  claimsOf(scenarioById(id))
    .map((claim) => claim.id)
    .filter((claim) => claim.startsWith('rollback'));

test('a harmful one is worse than doing nothing', () => {
  expect(ofRollback('runaway-popular')).toEqual(['rollback > nothing']);
});

test('unless a robot rolls back where nothing is done: then it is no better', () => {
  expect(ofRollback('utc-midnight-cliff')).toEqual(['rollback not clearly < nothing']);
});

test('where nothing is right to do, no line is better; where a rollback is all of it, none is by more than little', () => {
  const of = (id: string): Record<string, (orders: SeedOrders) => boolean> =>
    Object.fromEntries(claimsOf(variantById(id)).map((claim) => [claim.id, claim.holds]));
  const harms = (nothing: number, rollback: number, reference: number): SeedOrders => ({
    scenario: 's',
    seed: 'seed-1',
    nothing,
    rollback,
    reference,
    references: [],
    wrong: [],
    everything: null,
  });
  const plain = of('holiday-hangover');
  expect(plain['reference < nothing']).toBeUndefined();
  expect(plain['nothing as good as reference']?.(harms(1, 2, 0.97))).toBe(true);
  expect(plain['nothing as good as reference']?.(harms(1, 2, 0.9))).toBe(false);
  const twin = of('holiday-hangover~twin');
  expect(twin['reference < rollback']).toBeUndefined();
  expect(twin['reference as good as rollback']?.(harms(10, 1, 1.4))).toBe(true);
  expect(twin['reference as good as rollback']?.(harms(10, 1, 1.5))).toBe(false);
});
