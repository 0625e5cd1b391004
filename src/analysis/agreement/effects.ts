/** Faults whose effect is measured in the small world and in the one that is played: fast ones, and slow courses. */
import type { FaultMechanism } from '../../sim/faults.ts';
import { TOPICS } from '../../sim/presets.ts';

export interface EffectCase {
  readonly id: string;
  /** Entry of the incident catalogue it belongs to; null: of none. */
  readonly entry: string | null;
  readonly what: string;
  readonly faults: readonly FaultMechanism[];
  /** Minutes after onset at which it is read; whole days for what builds up over retrainings and visits. */
  readonly after: readonly number[];
  /** Whose saves: everybody's, or those of core people. */
  readonly who: 'all' | 'core';
}

const DAY = 1440;
const HOUR = 60;
const COURSE = [HOUR, 7 * DAY, 14 * DAY] as const;

const topicsNamed = (...names: readonly (typeof TOPICS)[number][]): number[] =>
  names.map((name) => TOPICS.indexOf(name));

export const EFFECT_CASES: readonly EffectCase[] = [
  {
    id: 'history-cut',
    entry: 'S39',
    what: 'histories cut to sixty actions, core people',
    faults: [{ kind: 'history-truncation', version: 'v1', keep: 60 }],
    after: [HOUR],
    who: 'core',
  },
  {
    id: 'lost-scores',
    entry: 'S12',
    what: 'no save score for histories above three hundred',
    faults: [{ kind: 'non-finite-scores', version: 'v1', head: 'save', aboveActions: 300 }],
    after: [HOUR],
    who: 'all',
  },
  {
    id: 'dropped-best',
    entry: 'S42',
    what: 'the best candidate dropped on half of the requests',
    faults: [{ kind: 'dropped-best', share: 0.5 }],
    after: [HOUR],
    who: 'all',
  },
  {
    id: 'embedding-skew',
    entry: 'S03',
    what: 'the user tower ahead of the index, a tenth agrees',
    faults: [{ kind: 'embedding-skew', source: 'interest', agreement: 0.1, healMinutes: 0 }],
    after: [HOUR],
    who: 'all',
  },
  {
    id: 'popular-quota',
    entry: null,
    what: 'three times as many candidates from what is popular',
    faults: [{ kind: 'quota', source: 'popular', factor: 3 }],
    after: [HOUR],
    who: 'all',
  },
  {
    id: 'slow-requests',
    entry: 'S08',
    what: 'requests four hundred milliseconds slower',
    faults: [{ kind: 'latency', ms: 400 }],
    after: [HOUR],
    who: 'all',
  },
  {
    id: 'diversity-off',
    entry: 'S27',
    what: 'no spacing by topic and look',
    faults: [{ kind: 'diversity', topic: 0, look: 0 }],
    after: COURSE,
    who: 'all',
  },
  {
    id: 'runaway-popular',
    entry: 'S28',
    what: 'popularity by bare counts, three times the quota',
    faults: [{ kind: 'unnormalised-popularity', exponent: 1.4, quotaFactor: 3 }],
    after: COURSE,
    who: 'all',
  },
  {
    id: 'no-exploration',
    entry: 'S29',
    what: 'no slots for exploration',
    faults: [{ kind: 'exploration', factor: 0 }],
    after: COURSE,
    who: 'all',
  },
  {
    id: 'trend-hangover',
    entry: 'S32',
    what: 'two topics pushed after their season',
    faults: [{ kind: 'topic-shift', topics: topicsNamed('gardens', 'camping'), logit: 2.4 }],
    after: COURSE,
    who: 'all',
  },
  {
    id: 'look-alikes',
    entry: 'S33',
    what: 'the likeness source at two and a half times its quota',
    faults: [{ kind: 'quota', source: 'similar', factor: 2.6 }],
    after: COURSE,
    who: 'all',
  },
  {
    id: 'own-launch',
    entry: 'S48',
    what: 'openings weighed three times, as a launch',
    faults: [{ kind: 'utility-weight', head: 'closeup', factor: 3 }],
    after: COURSE,
    who: 'all',
  },
];
