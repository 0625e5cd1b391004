/** Settings of the way of a request that can be wrong for some people and right for the others. */
import type { Fault } from '../case.ts';

export interface Way {
  readonly fault: Pick<Fault, 'kind'> & Readonly<Record<string, unknown>>;
  readonly fall: number;
  readonly setting: string;
  readonly owner: string;
  readonly texts: readonly string[];
  readonly label: string;
  readonly mechanisms: readonly string[];
  readonly components: readonly string[];
  readonly tell: string;
  readonly cause: string;
  readonly story: string;
  readonly says: string;
}

export const WAYS: readonly Way[] = [
  {
    fault: {
      kind: 'feature',
      feature: 'closeup-rate',
      becomes: 'noise',
      value: 1.4,
      share: '95 %',
    },
    fall: 12,
    setting: 'feature-config',
    owner: 'feature platform',
    texts: [
      'Feature configuration: keys tidied up, unused ones removed. Null rate unchanged.',
      'Feature store: a mapping of keys is read from configuration. No time-outs.',
    ],
    label: 'For some people the ranker reads an input from a wrong key',
    mechanisms: ['features-stale'],
    components: ['feature-store'],
    tell: 'The distribution of one input has another shape for them and is as ever for the rest.',
    cause: 'A key of the feature configuration was mapped to another column',
    story:
      'A table of keys was tidied up, and one of them came to point at the column next to its own. A number is a number, so nothing failed; it only meant something else.',
    says: 'one input of the ranker is read from a wrong place',
  },
  {
    fault: { kind: 'feature', feature: 'freshness', becomes: 'noise', value: 2.4, share: '95 %' },
    fall: 12,
    setting: 'feature-config',
    owner: 'feature platform',
    texts: [
      'Time zones of feature hosts are set from configuration.',
      'Feature hosts: clock source changed. Drift below a millisecond.',
    ],
    label: 'For some people the age of ideas is computed wrongly',
    mechanisms: ['features-stale'],
    components: ['feature-store'],
    tell: 'Old ideas stand where new ones stood for them, and the input of age has another shape.',
    cause: 'Feature hosts disagreed about what time it is',
    story:
      'Some hosts took their time zone from configuration that day and were hours off. How old an idea is then depended on who asked, and what was fresh looked stale.',
    says: 'the age of ideas is computed wrongly',
  },
  {
    fault: { kind: 'utility-weight', head: 'save', factor: 0.06 },
    fall: 12,
    setting: 'utility-weights',
    owner: 'blending',
    texts: [
      'Weights of the utility are read from the new table. Sums agree.',
      'Blending: table of weights moved to configuration, checked by eye.',
    ],
    label: 'For some people a save weighs far too little in blending',
    mechanisms: ['weights-wrong'],
    components: ['blending'],
    tell: 'Openings go up a little where saves fall; scores are as they were, the order is not.',
    cause: 'A weight was entered in other units in one column of a table',
    story:
      'The weights of blending went into a table with a column for each kind of request. In one column the weight of a save was entered in other units, and slates were ordered by what is opened.',
    says: 'what people save weighs too little in the order',
  },
  {
    fault: { kind: 'reserved-slots', slots: [1, 2, 3, 4] },
    fall: 10,
    setting: 'slot-rules',
    owner: 'home product',
    texts: [
      'Slot rules: one rule for uploads of today widened, in one place.',
      'Uploads of today get a better place in some slates.',
    ],
    label: 'For some people the first places of a slate are given to uploads of today',
    mechanisms: ['scores-biased', 'weights-wrong'],
    components: ['blending'],
    tell: 'The four first places hold what nobody has rated yet; from the fifth on the slate is as it was.',
    cause: 'A rule for uploads of today took the first four places instead of one',
    story:
      'A rule that keeps a place for uploads of the day was widened for some requests from one place to four, and from the last to the first. Newcomers were delighted for a while.',
    says: 'the first places are kept for uploads of today',
  },
  {
    fault: {
      kind: 'over-blocking',
      topics: ['kitchens', 'weddings', 'gardens', 'travel', 'bookshelves'],
      share: '75 %',
    },
    fall: 11,
    setting: 'filter-threshold',
    owner: 'trust',
    texts: [
      'Policy filter: thresholds by kind of request; review found nothing odd.',
      'Policy filter: a stricter threshold where verdicts had been slow.',
    ],
    label: 'For some people the policy filter rejects clean ideas',
    mechanisms: ['clean-rejected'],
    components: ['policy'],
    tell: 'A few ordinary topics are missing from their slates; the filter counts several times its usual rejections.',
    cause: 'A threshold of the policy filter was set for the wrong class',
    story:
      'A threshold meant for one class of ideas was set for another, on part of the requests. Kitchens, weddings and gardens were turned away at the door by the thousand, politely and in time.',
    says: 'the filter turns away clean ideas',
  },
];
