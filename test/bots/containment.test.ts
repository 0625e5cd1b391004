/** What a careful player orders about whoever it convicted: enough for the group that is hurt, and no more. */
import { expect, test } from 'vitest';
import { contain, widen } from '../../src/bots/careful/containment.ts';
import type { Suspect } from '../../src/bots/careful/suspects.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { Scope } from '../../src/sim/segments.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import type { View } from '../../src/session/view.ts';
import { menuOf } from './menuOf.ts';

const RANKER: Suspect = { what: 'version', version: 'v2', before: 'v1' };
const PLANNERS: Scope = [{ activity: ['core'] }];

/** A menu that offers to stop these ramps. */
function desk(ramps: readonly string[], clock: View['clock'], applied: readonly string[]): View {
  return {
    clock,
    now: { looksLeft: null },
    lens: { dimensions: [{ id: 'arm' }] },
    menu: menuOf(
      'hold',
      ramps.map((rollout) => ({ kind: 'stop-ramp', rollout })),
    ),
    applied: applied.map((kind) => ({ spec: { kind }, canUndo: true })),
    panels: [],
  } as unknown as View;
}

/** The kinds of orders given, in their order. */
function ordered(moves: Generator<unknown, unknown, View>, page: View): InterventionSpec['kind'][] {
  const kinds: InterventionSpec['kind'][] = [];
  for (let step = moves.next(); step.done !== true; step = moves.next(page)) {
    const command = step.value as { kind: string; act?: InterventionSpec };
    if (command.act !== undefined) kinds.push(command.act.kind);
  }
  return kinds;
}

const remediesFor = (scope: Scope) => ({
  radius: {
    metric: 'save_rate' as const,
    surface: 'all' as const,
    by: [],
    scope,
    witness: null,
    deviation: -10,
    error: 1,
    arm: null,
    surge: null,
  },
  onset: 0,
  mayReverse: true,
});

const contained = (
  suspect: Suspect,
  scope: Scope,
  ramps: readonly string[] = [],
  clock: View['clock'] = 'minutes',
) => {
  const page = desk(ramps, clock, []);
  return ordered(contain(page, suspect, remediesFor(scope)), page);
};

test('where a ramp is stopped and a group goes back, training goes on for the others', () => {
  expect(contained(RANKER, PLANNERS, ['ranker-v2'])).toEqual(['stop-ramp', 'route-cohort']);
});

test('where nothing else holds the version, or nobody will see for days, promotion is stopped too', () => {
  expect(contained(RANKER, PLANNERS)).toEqual(['stop-promotion', 'route-cohort']);
  expect(contained(RANKER, EVERYONE, ['ranker-v2'])).toEqual([
    'stop-ramp',
    'stop-promotion',
    'rollback-model',
  ]);
  expect(contained(RANKER, PLANNERS, ['ranker-v2'], 'days')).toEqual([
    'stop-ramp',
    'stop-promotion',
    'route-cohort',
  ]);
});

test('a group that has not eased takes everybody back, and promotion is stopped once', () => {
  const widened = (applied: readonly string[]) => {
    const page = desk([], 'minutes', applied);
    return ordered(widen(page, RANKER, remediesFor(PLANNERS)), page);
  };
  expect(widened(['stop-ramp'])).toEqual(['stop-promotion', 'rollback-model']);
  expect(widened(['stop-ramp', 'stop-promotion'])).toEqual(['rollback-model']);
});

test('a build that counts wrong is counted right and held; its repair is for those who build it', () => {
  expect(contained({ what: 'build', build: 'android 9.10' }, PLANNERS)).toEqual([
    'quarantine-rows',
    'dedupe-events',
    'pause-release',
  ]);
});
