/** Where it turned by closing: what the best line known has and the player's had not is named. */
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/conclusion.ts';
import { actWords } from '../../src/session/words.ts';
import type { Run } from '../../src/session/run.ts';
import type { Swing } from '../../src/scoring/debrief.ts';
import { swingOf } from '../../src/scoring/swing.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import { scenarioById } from '../scenario/library.ts';

const scenario = scenarioById('cohort-canary-regression');
const [reference] = scenario.references;
const [stop, route] = reference!.steps.map(({ act }) => act);

const line = (id: string, total: number): object => ({ id, curve: { total, ticks: [] } });
let isRinging = false;
let cause: string | null = null;
const closedAfter = (...standing: readonly InterventionSpec[]): Swing | null => {
  const { pageTick } = scenario.world;
  const command = { kind: 'close', cause, confidence: 50, prevention: null };
  const analysis = {
    turns: [{ move: 3, tick: pageTick + 60, command, before: 1, cost: 1 }],
    lines: [line('nothing', 3), line('you', 2), line('reference', 1)],
    repairsOpen: [],
  };
  const applied = standing.map((spec, i) => ({ id: `i${i}`, spec, state: 'in effect' }));
  const run = { scenario, pair: { live: { applied } } };
  return swingOf(analysis as unknown as Analysis, run as unknown as Run, isRinging);
};

test('what was left is named, also where it was ordered for fewer people', () => {
  const narrow = { ...route!, scope: [{ arm: ['v42'], surface: ['home'] }] } as InterventionSpec;
  for (const given of [[stop!], [stop!, narrow]]) {
    const { reason } = closedAfter(...given)!;
    expect(reason).toContain(actWords(route!));
    expect(reason).not.toContain(actWords(stop!));
  }
});

test('where all of it stands, nothing is said to be left', () => {
  expect(closedAfter(stop!, route!)!.reason).not.toContain('What that line has');
  expect(closedAfter()!.reason).toContain(actWords(stop!));
});

test('a number that is still off is not said to have looked finished', () => {
  expect(closedAfter(stop!)!.reason).toContain('looked finished');
  isRinging = true;
  expect(closedAfter(stop!)!.reason).toMatch(/no cause to write down.*still off/);
  cause = 'short-memory';
  expect(closedAfter(stop!)!.reason).toMatch(/^A cause to write down.*still off/);
  cause = null;
  isRinging = false;
});
