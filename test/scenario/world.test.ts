/** What a scenario sets up beside builds, versions and rollouts: experiments, a calendar, robots. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { overlapsWith } from '../../src/sim/delivery/experiments.ts';
import { beyondLimits } from '../../src/sim/limits.ts';

const PAGE = 15 * 1440 + 10 * 60;
const DAY = 1440;

const plain = readFileSync(
  fileURLToPath(new URL('../diagnostics/nothing-wrong.yaml', import.meta.url)),
  'utf8',
);

/** The case of a test with some lines more in its world, and a scope for its fault. */
function withWorld(lines: string, scope: string): CompiledScenario {
  const text = plain
    .replace('\npage:\n', `\n${lines}page:\n`)
    .replace('    onset: page - 3h\n', `    scope: ${scope}\n    onset: page - 3h\n`);
  const { scenario, diagnostics } = loadScenario(text, 'nothing-wrong.yaml');
  expect(diagnostics).toEqual([]);
  if (scenario === null) throw new Error('nothing was compiled');
  return scenario;
}

const LINES = `  experiments:
    - id: dense
      layer: layout
      from: page - 5d
      arms: [{ id: off, share: 40 % }, { id: on, share: 40 % }]
    - id: wide
      layer: feed
      from: page - 3d
      until: page + 3d
      arms: [{ id: off, share: 50 % }, { id: on, share: 25 % }]
  calendar:
    - topics: [gardens, lamps]
      regions: [JP]
      from: page - 2d
      until: page + 1d
      interest: 140 %
      visits: 90 %
  robots:
    - { id: guard, act: rollback, target: v7, fall: 6 % }
    - { id: brake, act: stop-experiment, target: wide, fall: 4 %, delay: 25m }
`;

it('is read in the units of the simulator', () => {
  const setup = withWorld(LINES, "{ overlap: 'dense:on+wide:on' }").world;
  expect(setup.experiments).toEqual([
    {
      id: 'dense',
      layer: 'layout',
      fromTick: PAGE - 5 * DAY,
      arms: [
        { id: 'off', share: 0.4 },
        { id: 'on', share: 0.4 },
      ],
    },
    {
      id: 'wide',
      layer: 'feed',
      fromTick: PAGE - 3 * DAY,
      toTick: PAGE + 3 * DAY,
      arms: [
        { id: 'off', share: 0.5 },
        { id: 'on', share: 0.25 },
      ],
    },
  ]);
  expect(setup.calendar).toEqual([
    { topics: [2, 3], regions: ['JP'], fromDay: 13, toDay: 16, interest: 1.4, visits: 0.9 },
  ]);
  expect(setup.robots).toEqual([
    { id: 'guard', act: 'rollback', target: 'v7', fall: 0.06 },
    { id: 'brake', act: 'stop-experiment', target: 'wide', fall: 0.04, delay: 25 },
  ]);
});

it('makes a world within its limits, whose scopes name arms together', () => {
  const { world: setup, faults } = withWorld(
    LINES,
    "{ overlap: ['dense:on+wide:on', 'dense:on+wide:-'] }",
  );
  expect(faults[0]?.scope).toEqual([{ overlap: ['dense:on+wide:on', 'dense:on+wide:-'] }]);
  for (const label of ['dense:on+wide:on', 'dense:on+wide:-'])
    expect(overlapsWith(setup.experiments!, 'dense', 'on')).toContain(label);
  expect(beyondLimits({ seed: 'oak', days: 30, setup, faults })).toEqual([]);
});
