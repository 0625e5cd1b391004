/** Shape 1: what retraining on one's own recommendations does to people who are alike. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import type { Fault, FaultMechanism } from '../../sim/faults.ts';
import { MOST_POPULAR, policy, RANDOM_EXPOSURE, TRAINED_ONCE } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { nearestByTaste, overlap, sample, shownTo } from './slates.ts';
import { plainWorld, toDay } from './worlds.ts';

/** Days of random exposure that every model first learns from, and the day it is looked at. */
const START = 5;
const END = 22;
const STRIDE = 3;

/** A ranker that reads only what ideas are, never how they have done. */
const BY_CONTENT: readonly FaultMechanism[] = [
  { kind: 'feature', feature: 'save-rate', becomes: 'default', value: 0, share: 1 },
  { kind: 'feature', feature: 'closeup-rate', becomes: 'default', value: 0, share: 1 },
  { kind: 'feature', feature: 'exposure', becomes: 'default', value: 0, share: 1 },
  { kind: 'quota', source: 'popular', factor: 0 },
  { kind: 'quota', source: 'cosave', factor: 0 },
];

/** The night's training on the random log is the one training. */
export const ONCE = policy(TRAINED_ONCE, START * MINUTES_PER_DAY + 180);

interface Alike {
  /** Mean overlap of what is shown to people of the nearest tastes, and to any two. */
  readonly similar: number;
  readonly random: number;
}

export function alike(seed: string, faults: readonly Fault[], end = END): Alike {
  const world = toDay(
    plainWorld(seed, [...policy(RANDOM_EXPOSURE, 0, START * MINUTES_PER_DAY), ...faults]),
    end,
  );
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
      what: 'the same for a ranker by content alone',
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
    const start = START * MINUTES_PER_DAY;
    const repeated = alike(seed, []);
    const single = alike(seed, ONCE);
    const byContent = policy(BY_CONTENT, start);
    const content = alike(seed, byContent);
    const contentOnce = alike(seed, [...byContent, ...ONCE]);
    const popular = alike(seed, policy(MOST_POPULAR, start));
    return {
      repeated: percent(repeated.similar, single.similar),
      content: percent(content.similar, contentOnce.similar),
      contentGap:
        100 * (content.similar - content.random - (contentOnce.similar - contentOnce.random)),
      popular: percent(popular.similar, repeated.similar),
    };
  },
};
