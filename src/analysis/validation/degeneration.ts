/** Shape 2: how fast interests that follow what is met run away, by policy, noise and size of the pool. */
import type { FaultMechanism } from '../../sim/faults.ts';
import { TOPIC_COUNT } from '../../sim/presets.ts';
import { ANY_CANDIDATES, GREEDY, policy, RANDOM_EXPOSURE } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { FORMING, plainWorld, toDay } from './worlds.ts';

const END = 14;
/** Topics that every pool has, and on which pools are compared. */
const COMMON_TOPICS = 6;

/** The policies are compared as they are: none of them learns. */
export const STILL: FaultMechanism = { kind: 'stalled-training' };

/** Scores with noise of so many units of an input on top of what the ranker knows. */
function noisy(value: number): FaultMechanism[] {
  return [
    ...GREEDY,
    STILL,
    { kind: 'feature', feature: 'exposure', becomes: 'noise', value, share: 1 },
  ];
}

/** Only the first `topics` may be shown. */
export function pool(topics: number): FaultMechanism[] {
  const closed = Array.from({ length: TOPIC_COUNT }, (_, t) => t).slice(topics);
  return [...GREEDY, STILL, { kind: 'over-blocking', topics: closed, languages: [], share: 1 }];
}

interface Drift {
  /** Mean distance of interests from where they began (Euclidean), over all topics and over the common ones. */
  readonly all: number;
  readonly common: number;
}

export function drift(seed: string, mechanisms: readonly FaultMechanism[], end = END): Drift {
  const world = plainWorld(seed, policy(mechanisms), FORMING);
  const { interest } = world.people;
  const before = interest.slice();
  toDay(world, end);
  const people = world.preset.people;
  let all = 0;
  let common = 0;
  for (let i = 0; i < people; i++) {
    let squares = 0;
    for (let t = 0; t < TOPIC_COUNT; t++) {
      if (t === COMMON_TOPICS) common += Math.sqrt(squares) / people;
      const moved = interest[i * TOPIC_COUNT + t]! - before[i * TOPIC_COUNT + t]!;
      squares += moved * moved;
    }
    all += Math.sqrt(squares) / people;
  }
  return { all, common };
}

export const degeneration: Shape = {
  id: 'degeneration',
  claim:
    'Interests degenerate fast under greedy choice, far slower under random exposure; the speed first rises then falls with noise; larger pools slow it.',
  source: 'Jiang, Chiappa, Lattimore, György, Kohli 2019',
  parts: [
    {
      id: 'random',
      what: 'drift of interests under random exposure against greedy choice',
      unit: '%',
      expect: 'down',
    },
    {
      id: 'pool12',
      what: 'drift in six topics, twelve open against six',
      unit: '%',
      expect: 'down',
    },
    {
      id: 'pool24',
      what: 'drift in six topics, all open against twelve',
      unit: '%',
      expect: 'down',
    },
    { id: 'littleNoise', what: 'drift with a little noise against none', unit: '%', expect: 'up' },
    {
      id: 'muchNoise',
      what: 'drift with noise in ranking and retrieval against a little in ranking',
      unit: '%',
      expect: 'down',
    },
  ],
  measure: (seed) => {
    const greedy = drift(seed, [...GREEDY, STILL]);
    const random = drift(seed, [...RANDOM_EXPOSURE, STILL]);
    const six = drift(seed, pool(6));
    const twelve = drift(seed, pool(12));
    const none = drift(seed, noisy(0));
    const little = drift(seed, noisy(2));
    // So much that neither ranking nor retrieval knows the person.
    const much = drift(seed, [...noisy(8), ...ANY_CANDIDATES]);
    return {
      random: percent(random.all, greedy.all),
      pool12: percent(twelve.common, six.common),
      pool24: percent(greedy.common, twelve.common),
      littleNoise: percent(little.all, none.all),
      muchNoise: percent(much.all, little.all),
    };
  },
};
