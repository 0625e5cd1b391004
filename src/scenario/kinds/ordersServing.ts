/** Changes to retrieval, blending, filtering, caches and machines. */
import { FEATURES } from '../../sim/faults.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { SURFACES } from '../../sim/segments.ts';
import { SETTINGS } from '../../sim/settings.ts';
import { choice, factor, flag, named, number, optional, positive, share, whole } from './field.ts';
import type { OrderTable } from './orderTable.ts';

const source = choice(GENERATORS, 'Source of candidates.');
const pool = named('pool', 'Pool of machines.');

export const SERVING_CHANGES = {
  'revert-setting': {
    means: 'a setting goes back to its last good value',
    fields: { setting: choice(SETTINGS, 'The setting.') },
  },
  'kill-generator': {
    means: 'a source of candidates is switched off',
    fields: { generator: source },
  },
  'index-alias': {
    means: 'a source’s index goes back to its last full snapshot, a day older',
    fields: { source },
  },
  'revert-tower': { means: 'a source asks in the embedding version before', fields: { source } },
  'rebuild-index': { means: 'a source’s index is built anew', fields: { source } },
  'feature-fallback': {
    means: 'an input of the ranker is masked by a default, for everybody',
    fields: { feature: choice(FEATURES, 'The input.') },
  },
  'pin-consumer': {
    means: 'a surface reads the embedding version its model was trained on',
    fields: { surface: choice(SURFACES, 'The surface.') },
  },
  'exposure-cap': {
    means: 'no idea is shown more often than this a day',
    fields: { perDay: whole(1, 1_000_000, 'Impressions an idea may have in a day.') },
  },
  exploration: {
    means: 'this share of slots goes to the exploration pool',
    fields: { share: share('Share of slots.', 0, 50) },
  },
  diversity: {
    means: 'spacing by topic and by look is multiplied',
    fields: {
      factor: factor(5, 'Factor; 1 is as usual.'),
      axis: optional(choice(['topic', 'look'], 'Only this one; absent: both.')),
    },
  },
  'cold-start': {
    means: 'newcomers get what is popular in their place and are asked again what they like',
    fields: {},
  },
  'fail-closed': { means: 'verdicts that time out count as violating', fields: {} },
  'filter-off': { means: 'the policy filter is switched off as a whole', fields: {} },
  'notification-bar': {
    means: 'the bar a notification has to reach is multiplied',
    fields: { factor: positive(10, 'Factor; 1 is as usual.') },
  },
  'purge-cache': {
    means: 'kept slates are dropped',
    fields: { gradual: flag('A tenth every five minutes; otherwise all at once.') },
  },
  'scale-up': {
    means: 'a pool gets more machines',
    fields: { pool, factor: number(1, 10, 'Factor on its capacity.') },
  },
  'drain-pool': { means: 'a pool gets no requests', fields: { pool } },
  'shed-load': {
    means: 'a share of requests is answered with what is popular, without ranking',
    fields: { share: share('Share of requests.', 0, 95) },
  },
  'retry-budget': { means: 'clients may ask again only within a budget', fields: {} },
  'overflow-to-light': {
    means: 'what the heavy ranker cannot take goes to the light one',
    fields: {},
  },
  'replicate-keys': { means: 'hot keys are replicated and read together', fields: {} },
  'image-provider': { means: 'images come from the second provider', fields: {} },
} satisfies Partial<OrderTable>;
