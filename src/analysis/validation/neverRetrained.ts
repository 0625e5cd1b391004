/**
 * Shape 5: a model that reads fresh behaviour, trained at its launch and never again, where tastes follow what is met and
 * seasons turn.
 */
import type { FaultMechanism } from '../../sim/faults.ts';
import { forkWorld } from '../../sim/fork.ts';
import { drawPanel } from '../../sim/panel/members.ts';
import { TOPIC_COUNT } from '../../sim/presets.ts';
import type { CalendarEntry, WorldSetup } from '../../sim/setup.ts';
import type { World } from '../../sim/world.ts';
import { expected } from './expected.ts';
import { policy } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { FORMING, plainWorld, toDay } from './worlds.ts';

const LAUNCH = 10;
const EARLY_DAYS = [1, 2] as const;
const LATE_DAYS = [12, 13, 14] as const;

/** Every week another quarter of the topics is in season, and that much more wanted. */
const SEASON_DAYS = 7;
const SEASONS = 4;
const IN_SEASON = 1.7;

function season(nth: number): CalendarEntry {
  return {
    topics: Array.from({ length: TOPIC_COUNT }, (_, t) => t).filter((t) => t % SEASONS === nth),
    fromDay: nth * SEASON_DAYS,
    toDay: (nth + 1) * SEASON_DAYS,
    interest: IN_SEASON,
    visits: 1,
  };
}

/** The fourth season is that of the days looked at last. */
const TURNING: Partial<WorldSetup> = {
  ...FORMING,
  calendar: Array.from({ length: SEASONS }, (_, nth) => season(nth)),
};

/** The old model: what people did lately is not in its inputs. */
const BLIND: readonly FaultMechanism[] = [
  { kind: 'feature', feature: 'embedding', becomes: 'default', value: 0, share: 1 },
  { kind: 'feature', feature: 'topic-share', becomes: 'default', value: 0, share: 1 },
  { kind: 'feature', feature: 'seen', becomes: 'default', value: 0, share: 1 },
];

interface Arms {
  sees: number;
  seesOnce: number;
  control: number;
  controlOnce: number;
}

/** Saves of the new and of the old model, each retrained and not, summed over each group of days after the launch. */
export function arms(seed: string, groups: readonly (readonly number[])[]): Arms[] {
  const blind = policy(BLIND);
  const base = toDay(plainWorld(seed, blind, TURNING), LAUNCH);
  const panel = drawPanel(base);
  const arm = (sees: boolean, retrained: boolean): World => {
    const world = forkWorld(base, sees ? [] : blind);
    world.control.skipTraining = !retrained;
    return world;
  };
  const worlds: readonly (readonly [keyof Arms, World])[] = [
    ['sees', arm(true, true)],
    ['seesOnce', arm(true, false)],
    ['control', arm(false, true)],
    ['controlOnce', arm(false, false)],
  ];
  return groups.map((days) => {
    const sums: Arms = { sees: 0, seesOnce: 0, control: 0, controlOnce: 0 };
    for (const day of days)
      for (const [name, world] of worlds)
        sums[name] += expected(toDay(world, LAUNCH + day), panel).saves;
    return sums;
  });
}

export const neverRetrained: Shape = {
  id: 'never-retrained',
  claim:
    'A model on fresh behaviour that is never retrained loses its gain within about two weeks; the control benefits less from retraining.',
  source: 'Xia, Eksombatchai, Pancha et al. 2023 (TransAct)',
  parts: [
    { id: 'early', what: 'gain in saves at launch, not retrained', unit: '%', expect: 'up' },
    { id: 'lost', what: 'change of that gain in two weeks', unit: 'points', expect: 'down' },
    { id: 'late', what: 'gain left on days 12 to 14', unit: '%', expect: 'none' },
    {
      id: 'control',
      what: 'worth of retraining in the second week, control less treatment',
      unit: 'points',
      expect: 'down',
    },
  ],
  measure: (seed) => {
    const [before, after] = arms(seed, [EARLY_DAYS, LATE_DAYS]) as [Arms, Arms];
    const early = percent(before.seesOnce, before.control);
    const late = percent(after.seesOnce, after.control);
    return {
      early,
      lost: late - early,
      late,
      control: percent(after.control, after.controlOnce) - percent(after.sees, after.seesOnce),
    };
  },
};
