/** The ideal observer in worlds of its own: what it makes of them is compared with what they are. */
import { expect, test } from 'vitest';
import { NONE_OF_THESE } from '../../src/analysis/belief/outside.ts';
import { scenarioById } from '../scenario/library.ts';
import { validation } from '../validation/compiled.ts';

const scenario = scenarioById('android-double-impression');

test(
  'worlds that no signature has seen are told apart by the page and three cuts',
  { timeout: 300_000 },
  () => {
    const cases = validation.casesOf(scenario, {
      signatures: ['s-1', 's-2'],
      worlds: ['w-1'],
      // What is asked of one world is asked of what was written.
      sizeOf: () => 1,
    });
    const last = cases.filter((c) => c.looker === 'by the page' && c.looks === 4);
    expect(last.map((c) => c.truth)).toEqual([
      ...scenario.hypotheses.map((h) => h.id),
      NONE_OF_THESE,
    ]);
    const right = last.filter((c) => Object.values(c.belief).every((p) => p <= c.belief[c.truth]!));
    expect(right.length).toBeGreaterThanOrEqual(4);
    const truth = last.find((c) => c.truth === 'counted-twice')!;
    expect(truth.belief['counted-twice']).toBeGreaterThan(0.8);
  },
);
