/** Faults of retrieval, ranking, blending and filtering. */
import { FEATURES } from '../../sim/faults.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { CREATOR_TIERS, HEADS } from '../../sim/presets.ts';
import type { FaultTable } from './faultTable.ts';
import {
  choice,
  factor,
  flag,
  languages,
  minutes,
  named,
  number,
  optional,
  positive,
  share,
  slots,
  topics,
  usually,
  whole,
  written,
} from './field.ts';

const version = named('model', 'Ranker version it lives in.');
const source = choice(GENERATORS, 'Source of candidates.');
const head = choice(HEADS, 'The head, by what it predicts.');
const logit = number(-5, 5, 'Shift of the scores on the logit; 0 changes nothing.');

export const SERVING_FAULTS = {
  'history-truncation': {
    means: 'a ranker version reads only the latest actions of a person’s history',
    fields: { version, keep: whole(0, 10_000, 'Latest actions still read.') },
  },
  'non-finite-scores': {
    means: 'a head of a ranker version returns no number for people with long histories',
    fields: {
      version,
      head,
      aboveActions: written(
        'above',
        whole(0, 10_000, 'For people with more logged actions than this.'),
      ),
    },
  },
  'lost-shards': {
    means: 'shards are missing from a source’s index, and what is on them is not found by it',
    fields: { source, shards: whole(1, 16, 'Shards missing, of 16.') },
  },
  'embedding-skew': {
    means: 'a source asks in a newer embedding version than most of its index is in',
    fields: {
      source,
      agreement: share('Share of ideas in the newer version at onset.'),
      healMinutes: usually(
        0,
        written('heals', minutes('10m', '30d', 'Until all of them are; absent: never.')),
      ),
    },
  },
  'stale-index': {
    means: 'the index is not rebuilt: uploads are not found, the fresh pool ages',
    fields: {},
  },
  quota: {
    means: 'a source’s quota is multiplied, the others make room',
    fields: { source, factor: factor(10, 'Factor on the quota; 1 changes nothing.') },
  },
  feature: {
    means: 'an input of the ranker is wrong on some requests',
    fields: {
      feature: choice(FEATURES, 'The input.'),
      becomes: choice(['default', 'scaled', 'noise'], 'What is read in its place.'),
      value: number(
        -100,
        100,
        'The value itself where default, the factor where scaled, the amplitude where noise.',
      ),
      share: share('Share of requests.'),
    },
  },
  'stale-features': {
    means: 'counters are no longer made into features: the store serves what it had',
    fields: {},
  },
  'stale-histories': {
    means: 'what some people do no longer reaches their histories: they stay as they were',
    fields: { share: share('Share of people.') },
  },
  'shard-defaults': {
    means: 'inputs of ideas on one shard of the feature store are at their defaults',
    fields: { shard: whole(0, 15, 'The shard, of 16.') },
  },
  'lost-history': {
    means: 'the history of some people reads as empty',
    fields: { share: share('Share of people.') },
  },
  'cold-start-prior': {
    means: 'a short history is blended with a prior of another weight',
    fields: {
      pseudoCounts: number(0, 1000, 'Actions the prior counts as; 6 is sound.'),
    },
  },
  'utility-weight': {
    means: 'a weight of the utility is multiplied',
    fields: { head, factor: factor(1000, 'Factor on the weight; 1 changes nothing.') },
  },
  'score-shift': {
    means: 'scores of a head are shifted: order within it unchanged, calibration lost',
    fields: { head, logit },
  },
  'tier-shift': {
    means: 'scores of ideas by creators of a tier are shifted',
    fields: { tier: choice(CREATOR_TIERS, 'Tier of creators.'), logit },
  },
  'topic-shift': {
    means: 'scores of ideas on some topics are shifted',
    fields: {
      topics: topics('Topics.'),
      logit,
      learned: optional(
        flag('Whether it lies in the weights, so that a training which starts anew is rid of it.'),
      ),
    },
  },
  'dropped-best': {
    means: 'the best candidate is dropped on some requests',
    fields: { share: share('Share of requests.') },
  },
  diversity: {
    means: 'spacing by topic and by look is multiplied',
    fields: {
      topic: factor(5, 'Factor on spacing by topic; 0 switches it off.'),
      look: factor(5, 'Factor on spacing by look; 0 switches it off.'),
    },
  },
  exploration: {
    means: 'the share of exploration slots is multiplied',
    fields: { factor: factor(10, 'Factor; 0 switches it off.') },
  },
  'reserved-slots': {
    means: 'slots are kept for fresh ideas, whatever their score',
    fields: { slots: slots(25, 'Slots, the first is 1.') },
  },
  'unhashed-dropped': {
    means: 'fresh ideas are taken out of the finished slate, and their slots stay empty',
    fields: {},
  },
  'over-blocking': {
    means:
      'the policy filter rejects clean ideas on some topics, in some languages or by creators of a tier',
    fields: {
      topics: usually([], topics('Topics; absent: none.')),
      languages: usually([], languages('Languages; absent: none.')),
      tier: optional(choice(CREATOR_TIERS, 'Tier of creators; absent: none.')),
      share: share('Share of those ideas that is rejected.'),
    },
  },
  'fails-open': {
    means: 'verdicts of the policy filter time out at the day’s peak and count as clean',
    fields: { share: share('Share of verdicts at the peak.') },
  },
  'slate-cache': {
    means: 'home slates are kept too long',
    fields: { minutes: written('kept', minutes('1m', '14d', 'How long.')) },
  },
  'unnormalised-popularity': {
    means: 'counts are not divided by exposure, and the popular source draws by them',
    fields: {
      exponent: positive(4, 'Ideas are drawn by count to this power.'),
      quotaFactor: written('quota', positive(10, 'Factor on the popular source’s quota.')),
    },
  },
  'arm-leak': {
    means: 'requests of one arm are answered from another arm’s cache',
    fields: { share: share('Share of requests.') },
  },
} satisfies Partial<FaultTable>;
