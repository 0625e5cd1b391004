/** The dimensions along which ideas can be cut. Like those of people they are labels, never compartments. */
import type { Bad } from './metrics.ts';
import { CREATOR_TIERS, LOOK_COUNT, TOPICS } from './presets.ts';

export const ITEM_DIMENSIONS = [
  'topic',
  'look',
  'price',
  'age',
  'popularity',
  'creator',
  'shard',
] as const;
export type ItemDimension = (typeof ITEM_DIMENSIONS)[number];

export const ITEM_DIMENSION_LABELS: Readonly<Record<ItemDimension, string>> = {
  topic: 'topic',
  look: 'look',
  price: 'price tier',
  age: 'age of the idea',
  popularity: 'popularity',
  creator: 'creator tier',
  shard: 'index shard',
};

/** Shards of the indexes and of the feature store, as `shardOf` numbers them. */
const SHARD_COUNT = 16;

/** Values of each dimension, in the order of their codes. */
export const ITEM_VALUES: Readonly<Record<ItemDimension, readonly string[]>> = {
  topic: TOPICS,
  look: Array.from({ length: LOOK_COUNT }, (_, k) => `look ${k + 1}`),
  price: ['low', 'middle', 'high'],
  age: ['fresh', 'first week', 'older'],
  popularity: ['top 1 %', 'next 9 %', 'next 40 %', 'the rest'],
  creator: CREATOR_TIERS,
  shard: Array.from({ length: SHARD_COUNT }, (_, k) => `shard ${k}`),
};

/** What can be read of a kind of idea. */
interface ItemMetricSpec {
  readonly label: string;
  readonly bad: Bad;
  readonly help: string;
}

export const ITEM_METRICS = {
  impression_share: {
    label: 'Share of impressions',
    bad: 'none',
    help: 'Impressions these ideas take of all impressions.',
  },
  item_save_rate: {
    label: 'Save rate of ideas',
    bad: 'down',
    help: 'Logged saves per logged impression.',
  },
  item_closeup_rate: {
    label: 'Closeup rate of ideas',
    bad: 'none',
    help: 'Logged closeups per logged impression.',
  },
  item_hide_rate: {
    label: 'Hide rate of ideas',
    bad: 'up',
    help: 'Logged hides per logged impression.',
  },
  item_coverage: {
    label: 'Coverage of ideas',
    bad: 'down',
    help: 'Live ideas of the kind that stand in at least one slate of the probe panel.',
  },
} as const satisfies Record<string, ItemMetricSpec>;
export type ItemMetric = keyof typeof ITEM_METRICS;
export const ITEM_METRIC_IDS = Object.keys(ITEM_METRICS) as readonly ItemMetric[];
