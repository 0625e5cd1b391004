/** What there is to choose from: the incident's own lines, and what would mend each rival, by its mechanism. */
import { describe, expect, test } from 'vitest';
import { runnable } from '../../src/analysis/belief/explained.ts';
import { mendingLines } from '../../src/analysis/marks/mends.ts';
import { otherLines } from '../../src/analysis/marks/points.ts';
import type { Run } from '../../src/session/run.ts';
import { scenarioById, SCENARIO_IDS } from '../scenario/library.ts';

const actsOf = (id: string): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    mendingLines(scenarioById(id)).map((line) => [line.id, line.steps.map(({ act }) => act)]),
  );

test('a rival’s setting is put back, its index, its release', () => {
  const mends = actsOf('nan-in-the-scores');
  expect(mends['mend-cold-features']).toEqual([
    { kind: 'revert-setting', setting: 'feature-config' },
  ]);
  expect(mends['mend-broken-index']).toEqual([{ kind: 'index-alias', source: 'interest' }]);
  expect(mends['mend-lost-saves']).toEqual([{ kind: 'revert-setting', setting: 'metric-job' }]);
});

test('what goes with an arm is taken away with the arm; a season is not mended', () => {
  const mends = actsOf('cohort-canary-regression');
  expect(mends['mend-ranker-bias']).toEqual([{ kind: 'pause-arm', rollout: 'ranker-v42' }]);
  expect(mends['mend-lost-saves']).toEqual([{ kind: 'pause-release', build: 'android 9.10' }]);
  expect(Object.keys(mends)).not.toContain('mend-season');
});

test('lines that only begin at other minutes are one, the incident’s own first', () => {
  const scenario = scenarioById('nan-in-the-scores');
  const run = { scenario, pair: { live: { lines: [] } } } as unknown as Run;
  const lines = otherLines(run).map(({ id }) => id);
  expect(lines).toContain('prove-first');
  // The same order, half an hour earlier; and the reflex.
  expect(lines).not.toContain('back-unpinned');
  expect(lines).not.toContain('rollback');
  expect(lines.slice(0, 2)).toEqual(scenario.references.map(({ id }) => id));
  expect(lines.at(-1)).toMatch(/^mend-/);
});

describe.each(SCENARIO_IDS)('%s', (id) => {
  test('each mend once, of a rival that can be run, never of the truth', () => {
    const scenario = scenarioById(id);
    const lines = mendingLines(scenario);
    const rivals = runnable(scenario).filter(({ truth }) => !truth);
    for (const line of lines) expect(rivals.map((r) => `mend-${r.id}`)).toContain(line.id);
    const steps = lines.map((line) => JSON.stringify(line.steps));
    expect(new Set(steps).size).toBe(steps.length);
  });
});
