import { expect, test } from 'vitest';
import { idleRings } from '../../src/session/headline.ts';

test('how often a page rings for nothing is said in readings', () => {
  expect(idleRings(0.2)).toBe('By noise alone, in about one reading of 5.');
  expect(idleRings(1 / 437)).toBe('By noise alone, in about one reading of 400.');
  expect(idleRings(1 / 43_700)).toBe('By noise alone, in about one reading of 40,000.');
  expect(idleRings(1e-9)).toMatch(/^Next to never/);
});
