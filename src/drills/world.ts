/** The world of a drill before anything goes wrong. It is the small one: what was proven is then what is played. */
import type { Case, World } from './case.ts';
import { rolloutOf, type Plan } from './plan.ts';
import { rolledOut } from './rivals.ts';
import { POOLS, POOL_SHARES } from './who.ts';

/** Hours for which the case stays open, and over which harm is counted. */
export const OPEN_HOURS = 10;

type Stage = World['rollouts'][number]['stages'][number];

export function worldOf(plan: Plan, own: Case): World {
  const { page, builds, ranker } = plan;
  const two = (n: number): string => String(n).padStart(2, '0');
  const calendar = calendarOf(plan);
  return {
    preset: 'check',
    page: `${page.day} ${two(page.hour)}:${two(page.minute)}`,
    history: '8d',
    horizon: `${OPEN_HOURS}h`,
    harm: `${OPEN_HOURS}h`,
    training: '02:00',
    promote: true,
    builds: [
      ...pairOf('android', builds.android, builds.adopted),
      ...pairOf('ios', builds.ios, builds.adopted + 10),
      { build: 'web', platform: 'web', adoption: [{ at: 'start', share: '100 %' }] },
    ],
    models: [
      {
        version: ranker.old,
        history: 500,
        ready: {
          artefact: true,
          rehearsed: `${plan.dice('rehearsed').between(4, 20)}d`,
          features: true,
        },
      },
      {
        version: ranker.next,
        history: 500,
        ...(ranker.lift === 0 ? {} : { lift: `${ranker.lift} %` }),
        ready: { artefact: true, features: true },
      },
    ],
    rollouts: [
      {
        id: rolloutOf(plan),
        label: `Ranker ${ranker.next}`,
        from: ranker.old,
        to: ranker.next,
        owner: 'ranking',
        experiment: plan.newest !== 'absent' && own.robots === undefined,
        stages: stagesOf(plan, own),
      },
    ],
    pools: POOLS.map((id, i) => ({
      id,
      share: `${POOL_SHARES[i]!} %`,
      accelerator: i === 0 ? 'gpu' : 'tpu',
    })),
    ...(calendar === null ? {} : { calendar: [calendar] }),
    ...(own.robots === undefined ? {} : { robots: own.robots }),
  };
}

function stagesOf(plan: Plan, own: Case): Stage[] {
  const at = rolledOut(plan);
  const share = `${plan.ranker.share} %`;
  // Whom a robot can hurt is whoever the newer ranker serves.
  if (plan.newest === 'absent' || own.robots !== undefined) return [{ at, share: '100 %' }];
  return plan.newest === 'guilty'
    ? [
        { at: `page - ${plan.since + 8}h`, share: '5 %' },
        { at, share },
      ]
    : [{ at, share }];
}

function pairOf(
  platform: 'android' | 'ios',
  [older, newer]: readonly [string, string],
  adopted: number,
): World['builds'] {
  const had = adopted - 15;
  return [
    {
      build: older,
      platform,
      adoption: [
        { at: 'start', share: `${100 - had} %` },
        { at: 'page', share: `${100 - adopted} %` },
      ],
    },
    {
      build: newer,
      platform,
      adoption: [
        { at: 'start', share: `${had} %` },
        { at: 'page', share: `${adopted} %` },
      ],
    },
  ];
}

export interface Feast {
  readonly text: string;
  readonly entry: NonNullable<World['calendar']>[number];
}

/** A feast everybody could have known of, in half of the drills; null in the others. */
export function feastOf(plan: Plan): Feast | null {
  const dice = plan.dice('calendar');
  if (!dice.chance(0.5)) return null;
  const feast = dice.pick([
    { topics: ['gardens', 'balconies'], name: 'Week of small gardens', regions: ['EU-W', 'EU-E'] },
    { topics: ['weddings'], name: 'Wedding fair', regions: ['NA', 'LATAM'] },
    { topics: ['bread', 'salads'], name: 'A harvest holiday', regions: ['NA', 'EU-W'] },
    { topics: ['travel', 'camping'], name: 'School holidays', regions: ['EU-E', 'EU-W', 'JP'] },
  ] as const);
  return {
    text: `${feast.name} in ${feast.regions.join(', ')}: shelves opened this morning.`,
    entry: {
      topics: [...feast.topics],
      regions: [...feast.regions],
      from: 'today 00:00',
      until: 'page + 5d',
      interest: `${dice.between(110, 125)} %`,
      visits: `${dice.between(100, 104)} %`,
    },
  };
}

const calendarOf = (plan: Plan): NonNullable<World['calendar']>[number] | null =>
  feastOf(plan)?.entry ?? null;
