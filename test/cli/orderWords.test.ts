/** What is claimed of a rollback, incident by incident. */
import { expect, test } from 'vitest';
import { claimsOf } from '../../src/cli/orderWords.ts';
import { scenarioById } from '../scenario/library.ts';

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
