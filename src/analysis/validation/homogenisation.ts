/** Shape 1: what retraining on one's own recommendations does to people who are alike. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import type { Fault, FaultMechanism } from '../../sim/faults.ts';
import { forkWorld } from '../../sim/fork.ts';
import { advance } from '../../sim/step.ts';
import type { World } from '../../sim/world.ts';
import { MOST_POPULAR, policy, RANDOM_EXPOSURE, TRAINED_ONCE } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { nearestByTaste, overlap, sample, shownTo } from './slates.ts';
import { plainWorld, toDay } from './worlds.ts';

/** Days of random exposure that every model first learns from, and the day it is looked at: a month of nights. */
const START = 5;
const END = 36;
const STRIDE = 3;

/** The night's training on the random log. */
const TRAINED = START * MINUTES_PER_DAY + 180;

/**
 * A recommender that reads only what ideas are, never how they have done. As in the source it learns of each person by
 * themselves: after the first training nothing that people share moves, and to retrain is to renew their profiles.
 */
const CONTENT: readonly FaultMechanism[] = [
  { kind: 'feature', feature: 'save-rate', becomes: 'default', value: 0, share: 1 },
  { kind: 'feature', feature: 'closeup-rate', becomes: 'default', value: 0, share: 1 },
  { kind: 'feature', feature: 'exposure', becomes: 'default', value: 0, share: 1 },
  { kind: 'quota', source: 'popular', factor: 0 },
  { kind: 'quota', source: 'cosave', factor: 0 },
];
const byContent = (still: readonly FaultMechanism[]): readonly Fault[] => [
  ...policy(CONTENT, START * MINUTES_PER_DAY),
  ...policy([{ kind: 'stalled-training' }, ...still], TRAINED),
];
const RENEWED = byContent([]);
const OF_ONE_DAY = byContent([{ kind: 'stale-histories', share: 1 }]);

/** The first training is the one training. */
export const ONCE = policy(TRAINED_ONCE, TRAINED);

interface Alike {
  /** Mean overlap of what is shown to people of the nearest tastes, and to any two. */
  readonly similar: number;
  readonly random: number;
}

/** What all models first learn from. It ends at midnight, before the training of that night. */
const AT_RANDOM = policy(RANDOM_EXPOSURE, 0, START * MINUTES_PER_DAY);

/** Each list of faults, which begin after the days at random, from the same days at random. */
export function alikes(
  seed: string,
  policies: readonly (readonly Fault[])[],
  end = END,
): readonly Alike[] {
  const start = plainWorld(seed, AT_RANDOM);
  advance(start, START * MINUTES_PER_DAY);
  return policies.map((faults) => alike(forkWorld(start, [...AT_RANDOM, ...faults]), end));
}

function alike(begun: World, end: number): Alike {
  const world = toDay(begun, end);
  const people = sample(world, STRIDE);
  const shown = new Map(people.map((person) => [person, new Set(shownTo(world, person))]));
  let similar = 0;
  let random = 0;
  people.forEach((person, k) => {
    const own = shown.get(person)!;
    const any = people[(k + (people.length >> 1)) % people.length]!;
    similar += overlap(own, shown.get(nearestByTaste(world, person, people))!) / people.length;
    random += overlap(own, shown.get(any)!) / people.length;
  });
  return { similar, random };
}

export const homogenisation: Shape = {
  id: 'homogenisation',
  claim:
    'Repeated retraining homogenises similar people more than training once; by content they converge more than random pairs; popularity is worst.',
  source: 'Chaney, Stewart, Engelhardt 2018',
  parts: [
    {
      id: 'repeated',
      what: 'overlap between similar people, retrained nightly against trained once',
      unit: '%',
      expect: 'up',
    },
    {
      id: 'content',
      what: 'by content: overlap between similar people, profiles renewed against profiles of one day',
      unit: '%',
      expect: 'up',
    },
    {
      id: 'contentGap',
      what: 'by content: rise of the overlap of similar beyond that of random pairs',
      unit: 'points',
      expect: 'up',
    },
    {
      id: 'popular',
      what: 'overlap between similar people by popularity against retrained nightly',
      unit: '%',
      expect: 'up',
    },
  ],
  measure: (seed) => {
    const [repeated, single, content, contentOnce, popular] = alikes(seed, [
      [],
      ONCE,
      RENEWED,
      OF_ONE_DAY,
      policy(MOST_POPULAR, START * MINUTES_PER_DAY),
    ]) as [Alike, Alike, Alike, Alike, Alike];
    return {
      repeated: percent(repeated.similar, single.similar),
      content: percent(content.similar, contentOnce.similar),
      contentGap:
        100 * (content.similar - content.random - (contentOnce.similar - contentOnce.random)),
      popular: percent(popular.similar, repeated.similar),
    };
  },
};
