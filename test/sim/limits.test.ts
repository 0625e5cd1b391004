/** What no world can be made of is refused by name, at once: never a hang, a lost number or a process without memory. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import { beyondLimits, MOST_DAYS } from '../../src/sim/limits.ts';
import { PRESETS } from '../../src/sim/presets.ts';
import type { WorldSetup } from '../../src/sim/setup.ts';
import type { WorldSpec } from '../../src/sim/spec.ts';
import { createWorld } from '../../src/sim/world.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';
import { DAY, model, rollout, spec } from './worlds.ts';

const sound = spec('limits');
const { check } = PRESETS;

function withFault(fault: object): WorldSpec {
  const timing = { id: 'f', onset: DAY, form: { shape: 'step' } };
  return { ...sound, faults: [{ ...timing, ...fault } as Fault] };
}
const withSetup = (changes: Partial<WorldSetup>): WorldSpec => spec('limits', changes);
const crash = { kind: 'crash', share: 0.1 };

const REFUSED: readonly (readonly [field: string, spec: WorldSpec])[] = [
  ['sizes.people', { ...sound, sizes: { ...check, people: 10_000_000 } }],
  ['sizes.ideas', { ...sound, sizes: { ...check, ideas: NaN } }],
  ['sizes.sessionsPerDay', { ...sound, sizes: { ...check, sessionsPerDay: -1 } }],
  ['days', { ...sound, days: 3650 }],
  ['days', { ...sound, days: NaN }],
  ['people with all who may sign up', { ...withSetup({ preset: 'standard' }), days: MOST_DAYS }],
  ['setup.horizon', withSetup({ horizon: 3650 * DAY })],
  ['setup.pageTick', withSetup({ pageTick: -5 })],
  ['setup.trainingMinute', withSetup({ trainingMinute: 1440 })],
  ['setup.models.length', withSetup({ models: [] })],
  ['setup.models[0].latencyMs', withSetup({ models: [model('v1', { latencyMs: -1 })] })],
  ['setup.builds.length', withSetup({ builds: [] })],
  ['setup.rollouts[0].to', withSetup({ rollouts: [rollout([], { to: 'v9' })] })],
  [
    'setup.rollouts[0].stages[0].share',
    withSetup({ rollouts: [rollout([{ tick: 1, share: 2 }])] }),
  ],
  ['setup.pools[0].share', withSetup({ pools: [{ id: 'a', share: -1, accelerator: 'gpu' }] })],
  ['faults[0].share', withFault({ kind: 'crash', share: -0.5 })],
  ['faults[0].share', withFault({ kind: 'crash', share: NaN })],
  ['faults[0].factor', withFault({ kind: 'traffic', factor: -2 })],
  ['faults[0].savesPerDay', withFault({ kind: 'save-bots', savesPerDay: Infinity, creators: 1 })],
  ['faults[0].logit', withFault({ kind: 'score-shift', head: 'save', logit: NaN })],
  ['faults[0].onset', withFault({ ...crash, onset: -1 })],
  ['faults[0].until', withFault({ ...crash, until: DAY - 1 })],
  ['faults[0].form.minutes', withFault({ ...crash, form: { shape: 'ramp', minutes: 0 } })],
  ['faults[0].minutes', withFault({ kind: 'online-training', minutes: 0, window: 60, speed: 1 })],
  ['faults[0].version', withFault({ kind: 'label-leak', version: 'v9' })],
  ['faults[0].build', withFault({ kind: 'late-events', build: 'palm', minutes: 9 })],
  ['faults[0].scope', withFault({ ...crash, scope: [] })],
  ['faults[0].scope[0].region', withFault({ ...crash, scope: [{ region: [] }] })],
];

describe('a world is refused', () => {
  test.each(REFUSED)('for its %s: %#', (field, asked) => {
    expect(beyondLimits(asked)).toEqual([expect.stringContaining(`${field} is `)]);
    expect(() => createWorld(asked)).toThrow(RangeError);
  });

  test('with every field at fault, not the first alone', () => {
    const both = { ...withFault({ kind: 'crash', share: 2 }), days: MOST_DAYS + 1 };
    expect(beyondLimits(both)).toHaveLength(2);
  });
});

test('the presets are within the limits', () => {
  for (const preset of ['check', 'standard'] as const)
    expect(beyondLimits(withSetup({ preset }))).toEqual([]);
  expect(beyondLimits(withFault({ kind: 'score-shift', head: 'save', logit: -1 }))).toEqual([]);
});

test.each(SCENARIO_IDS)('the incident %s is within the limits', (id) => {
  const { world, faults } = scenarioById(id);
  const days = Math.ceil(world.pageTick / DAY) + 64;
  expect(beyondLimits({ setup: world, faults, seed: 'limits', days })).toEqual([]);
});
