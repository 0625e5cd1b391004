/**
 * Gauges: figures of the machinery, its data, its models and of what people say, beside the metrics of what people do.
 * Each stands on one board, has a unit, a sentence and a closed list of what it can be cut by.
 */
import type { Bad } from './metrics.ts';
import { DIMENSIONS, type Dimension } from './segments.ts';

export const BOARDS = {
  machines: 'Serving and infrastructure',
  data: 'Data and training',
  quality: 'Model quality',
  voice: 'Voice',
} as const;
export type Board = keyof typeof BOARDS;
export const BOARD_IDS = Object.keys(BOARDS) as readonly Board[];

/** What a gauge may be cut by beside dimensions of people. */
export const OWN_CUTS = {
  rung: 'rung of the ladder',
  head: 'head',
  input: 'input',
  topic: 'topic',
  version: 'ranker version',
  slice: 'slice of people',
  labels: 'age of the labels',
  theme: 'theme',
} as const;
export type OwnCut = keyof typeof OWN_CUTS;
export type GaugeCut = OwnCut | Dimension;
export const ALL_CUTS: readonly GaugeCut[] = [
  ...DIMENSIONS,
  ...(Object.keys(OWN_CUTS) as OwnCut[]),
];

export interface GaugeSpec {
  readonly board: Board;
  readonly label: string;
  /** `%`: values are shares of one. */
  readonly unit: '%' | 'ms' | 'per second' | 'per day' | 'ratio' | 'index' | 'rows';
  /** Which direction is bad for people; `none` where a change alone says nothing. */
  readonly bad: Bad;
  readonly cuts: readonly GaugeCut[];
  /** Why it cannot be cut by anything else. */
  readonly counted: string;
  readonly help: string;
  /** Read as it stands, against this level, and not as per cent of its past: a past of nearly nothing says little. */
  readonly level?: number;
}

const PEOPLE = ['region', 'platform', 'build', 'tier', 'tenure', 'activity'] as const;
const POOLS = 'It is counted by the machines, which know pools and no people.';
const ROWS = 'It is counted over training rows, which keep these columns.';
const HELD_OUT = 'It is taken when a version is evaluated, on a day it has not read.';

export const GAUGES = {
  p50: {
    board: 'machines',
    label: 'p50 latency by machine',
    unit: 'ms',
    bad: 'up',
    cuts: ['pool'],
    counted: POOLS,
    help: 'Half of all requests are answered within this time, on a middle device.',
  },
  p99: {
    board: 'machines',
    label: 'p99 latency by machine',
    unit: 'ms',
    bad: 'up',
    cuts: ['pool'],
    counted: POOLS,
    help: 'All but the slowest hundredth of requests are answered within this time, on a middle device.',
  },
  errors: {
    board: 'machines',
    label: 'Error rate',
    unit: '%',
    bad: 'up',
    cuts: ['pool'],
    counted: POOLS,
    help: 'Requests that got no slate from any rung of the fallback ladder.',
  },
  fallback: {
    board: 'machines',
    label: 'Answered below the heavy ranker',
    unit: '%',
    bad: 'up',
    cuts: ['rung', 'pool'],
    counted: POOLS,
    help: 'Requests answered by the light ranker or the popular list, shed, or not at all.',
  },
  offered: {
    board: 'machines',
    label: 'Requests offered',
    unit: 'per second',
    bad: 'none',
    cuts: ['pool'],
    counted: POOLS,
    help: 'First attempts that reach the gateway.',
  },
  retries: {
    board: 'machines',
    label: 'Retries',
    unit: 'per second',
    bad: 'up',
    cuts: ['pool'],
    counted: POOLS,
    help: 'Attempts beyond the first: what clients add when an answer does not come.',
  },
  ranker_load: {
    board: 'machines',
    label: 'Utilisation of the ranker',
    unit: '%',
    bad: 'up',
    cuts: ['pool'],
    counted: POOLS,
    help: 'Work offered to the heavy ranker over what its machines can do; above 100 % it loses requests.',
  },
  store_load: {
    board: 'machines',
    label: 'Utilisation of the feature store',
    unit: '%',
    bad: 'up',
    cuts: [],
    counted: 'One store serves every pool.',
    help: 'Reads of features over what the store can answer; above 100 % it loses reads.',
  },
  hot_shard: {
    board: 'machines',
    label: 'Utilisation of the busiest shard',
    unit: '%',
    bad: 'up',
    cuts: [],
    counted: 'One store serves every pool.',
    help: 'The same for the one shard of the store that takes most reads.',
  },
  cached: {
    board: 'machines',
    label: 'Home slates from the cache',
    unit: '%',
    bad: 'none',
    cuts: [],
    counted: 'One cache serves every pool.',
    help: 'Home requests answered with a slate kept from an earlier visit.',
  },
  label_rate: {
    board: 'data',
    label: 'Label rate',
    unit: '%',
    bad: 'none',
    cuts: ['head', 'build', 'platform', 'region', 'tenure', 'surface', 'topic'],
    counted: ROWS,
    help: 'Training rows with the act, of all rows weighted back; saves unless cut by head.',
  },
  rows: {
    board: 'data',
    label: 'Training rows',
    unit: 'rows',
    bad: 'none',
    cuts: ['build', 'platform', 'region', 'tenure', 'surface', 'topic'],
    counted: ROWS,
    help: 'Rows the log gave to the trainer, weighted back from the sample kept.',
  },
  repeated: {
    board: 'data',
    label: 'Rows that repeat an impression',
    unit: '%',
    bad: 'up',
    cuts: ['build', 'platform', 'region', 'tenure', 'surface', 'topic'],
    counted: ROWS,
    help: 'Rows whose impression id another row has as well.',
    level: 0.02,
  },
  join_rate: {
    board: 'data',
    label: 'Join rate of saves',
    unit: '%',
    bad: 'down',
    cuts: ['build', 'platform', 'topic'],
    counted: ROWS,
    help: 'Logged saves that the label join has matched to their impression a day later.',
  },
  psi: {
    board: 'data',
    label: 'Drift of the inputs, PSI',
    unit: 'index',
    bad: 'up',
    level: 0.1,
    cuts: ['input'],
    counted: 'It compares whole days of an input.',
    help: 'Population stability index against the same weekday last week; below 0.1 nothing, above 0.25 another population. Uncut: the input that moved most.',
  },
  auc: {
    board: 'quality',
    label: 'Offline AUC of the save head',
    unit: 'index',
    bad: 'down',
    cuts: ['version', 'slice'],
    counted: HELD_OUT,
    help: 'How often a saved row is scored above one that was not; biased by what was shown.',
  },
  ndcg: {
    board: 'quality',
    label: 'NDCG@25 on random exposure',
    unit: 'index',
    bad: 'down',
    cuts: ['version'],
    counted: HELD_OUT,
    help: 'How well a version would have ordered slates that were shown in random order.',
  },
  offline_calibration: {
    board: 'quality',
    label: 'Offline calibration',
    unit: 'ratio',
    bad: 'none',
    cuts: ['version', 'slice'],
    counted: HELD_OUT,
    help: 'Saves the version states over saves it reads, on the day held out; 1 is right.',
  },
  label_calibration: {
    board: 'quality',
    label: 'Calibration of stated saves',
    unit: 'ratio',
    bad: 'none',
    cuts: ['labels'],
    counted: 'It compares two counts of the same rows.',
    help: 'Saves stated when served over saves of the same rows: as the join has them, and once all have come. Uncut: all.',
  },
  coverage: {
    board: 'quality',
    label: 'Catalogue shown',
    unit: '%',
    bad: 'down',
    cuts: [],
    counted: 'It is counted once a day over all ideas; the item board cuts it by kind of idea.',
    help: 'Ideas in the live catalogue that were shown to anybody that day.',
  },
  fresh_coverage: {
    board: 'quality',
    label: 'Fresh ideas given a chance',
    unit: '%',
    bad: 'down',
    cuts: [],
    counted: 'It is counted once a day over all fresh ideas.',
    help: 'Ideas in their third or fourth day that have had the impressions a fresh idea should have.',
  },
  worth: {
    board: 'voice',
    label: 'Survey: worth my time',
    unit: '%',
    bad: 'down',
    cuts: PEOPLE,
    counted: 'A survey knows who answered, not what they were shown.',
    help: 'People asked after a visit who say that it was worth their time.',
  },
  ticket_count: {
    board: 'voice',
    label: 'Support tickets',
    unit: 'per day',
    bad: 'up',
    cuts: ['theme', ...PEOPLE],
    counted: 'A ticket knows who wrote it and what about.',
    help: 'Tickets to support, sorted by theme as they come in.',
  },
  review_count: {
    board: 'voice',
    label: 'App reviews of one or two stars',
    unit: 'per day',
    bad: 'up',
    cuts: ['theme', ...PEOPLE],
    counted: 'A review knows who wrote it and what about.',
    help: 'Bad reviews in the app stores by theme; each is of the week behind it.',
  },
} as const satisfies Record<string, GaugeSpec>;

export type GaugeId = keyof typeof GAUGES;
export const GAUGE_IDS = Object.keys(GAUGES) as readonly GaugeId[];

export function gaugeOf(id: GaugeId): GaugeSpec {
  return GAUGES[id];
}
