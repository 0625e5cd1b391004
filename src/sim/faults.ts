/**
 * Faults: perturbations of a named mechanism. Closed and typed; the simulator must handle every kind, so a new kind
 * does not compile until it does. Ticks are simulated minutes since the world began. A fault's `scope` narrows it to
 * requests, people, builds, versions, arms or pools; without one it acts on all it can.
 *
 * A size grows with the fault's shape: a share or a factor at full size, nothing (a factor of one) before onset.
 */
import type { GeneratorId } from './generators.ts';
import type { CreatorTier, Head } from './presets.ts';
import type { Scope } from './segments.ts';

export type FaultShape =
  | { readonly shape: 'step' }
  /** Grows linearly from nothing to full size over `minutes`. */
  | { readonly shape: 'ramp'; readonly minutes: number }
  /** At full size from the onset on, shrinks linearly to nothing over `minutes`: what heals by itself. */
  | { readonly shape: 'decay'; readonly minutes: number }
  /** Grows in `steps` equal steps, one every `minutes`. */
  | { readonly shape: 'staircase'; readonly minutes: number; readonly steps: number }
  /** Swings between nothing and full size with a period of `minutes`; a raised cosine, nothing at onset. */
  | { readonly shape: 'oscillation'; readonly minutes: number }
  /** On for the first `share` of every `minutes`. */
  | { readonly shape: 'flap'; readonly minutes: number; readonly share: number };

export interface FaultTiming {
  readonly id: string;
  /** First minute at which the fault acts. */
  readonly onset: number;
  /** First minute at which it no longer acts; absent: until repaired. */
  readonly until?: number;
  readonly form: FaultShape;
}

/** Inputs of the ranker that can go wrong one by one. */
export const FEATURES = [
  'embedding',
  'topic-share',
  'seen',
  'save-rate',
  'closeup-rate',
  'freshness',
  'exposure',
  'locality',
  'region',
] as const;
export type FeatureId = (typeof FEATURES)[number];

/** Events of the client log. */
export const LOG_EVENTS = ['impression', 'save', 'closeup', 'hide'] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

type ServingMechanism =
  /** A ranker version reads only the last `keep` actions of a person's history (retrieval and ranking features). */
  | { readonly kind: 'history-truncation'; readonly version: string; readonly keep: number }
  /** A head of a ranker version returns NaN for people with more than `aboveActions` logged actions. */
  | {
      readonly kind: 'non-finite-scores';
      readonly version: string;
      readonly head: Head;
      readonly aboveActions: number;
    }
  /** `shards` of 16 are missing from a source's index; what is on them cannot be found by it. */
  | { readonly kind: 'lost-shards'; readonly source: GeneratorId; readonly shards: number }
  /**
   * The query tower of a source is newer than its index: only `agreement` of the ideas are embedded in its version, and
   * `healMinutes` after onset all are (0: never).
   */
  | {
      readonly kind: 'embedding-skew';
      readonly source: GeneratorId;
      readonly agreement: number;
      readonly healMinutes: number;
    }
  /** The index is not rebuilt: uploads are not found, the fresh pool ages. */
  | { readonly kind: 'stale-index' }
  /** A source's quota is multiplied, the others make room. */
  | { readonly kind: 'quota'; readonly source: GeneratorId; readonly factor: number }
  /** An input of the ranker is wrong on `share` of the requests: at its default, multiplied, or noise. */
  | {
      readonly kind: 'feature';
      readonly feature: FeatureId;
      readonly becomes: 'default' | 'scaled' | 'noise';
      /** Factor where scaled, amplitude where noise, the value itself where default. */
      readonly value: number;
      readonly share: number;
    }
  /** Counters are no longer made into features: the store serves what it had at onset. */
  | { readonly kind: 'stale-features' }
  /** What `share` of the people do no longer reaches their histories: they stay as they were at onset. */
  | { readonly kind: 'stale-histories'; readonly share: number }
  /** Inputs of ideas on one shard are at their defaults. */
  | { readonly kind: 'shard-defaults'; readonly shard: number }
  /** The history of `share` of the people reads as empty. */
  | { readonly kind: 'lost-history'; readonly share: number }
  /** The prior a short history is blended with counts as `pseudoCounts` actions; sound: 6. */
  | { readonly kind: 'cold-start-prior'; readonly pseudoCounts: number }
  /** A weight of the utility is multiplied. */
  | { readonly kind: 'utility-weight'; readonly head: Head; readonly factor: number }
  /** Scores of a head are shifted on the logit: order within the head unchanged, calibration lost. */
  | { readonly kind: 'score-shift'; readonly head: Head; readonly logit: number }
  /** Scores of ideas by creators of a tier are shifted on the logit. */
  | {
      readonly kind: 'tier-shift';
      readonly tier: CreatorTier;
      readonly logit: number;
    }
  /**
   * Scores of ideas on some topics are shifted on the logit: a model tuned to what was once in season. `learned`: the
   * shift lies in its weights, so that a training which starts anew has nothing of it and one that goes on keeps it.
   */
  | {
      readonly kind: 'topic-shift';
      readonly topics: readonly number[];
      readonly logit: number;
      readonly learned?: boolean;
    }
  /** The best candidate is dropped on `share` of the requests: approximate top-k gone wrong. */
  | { readonly kind: 'dropped-best'; readonly share: number }
  /** Spacing by topic and by look is multiplied; 0: off. */
  | { readonly kind: 'diversity'; readonly topic: number; readonly look: number }
  /** The share of exploration slots is multiplied; 0: off. */
  | { readonly kind: 'exploration'; readonly factor: number }
  /** Slots are kept for fresh ideas, whatever their score. */
  | { readonly kind: 'reserved-slots'; readonly slots: readonly number[] }
  /** Fresh ideas are taken out of the finished slate: their slots stay empty. */
  | { readonly kind: 'unhashed-dropped' }
  /**
   * Clean ideas on some topics, in some languages, or by creators of a tier are rejected by the policy filter; `share` of
   * them.
   */
  | {
      readonly kind: 'over-blocking';
      readonly topics: readonly number[];
      readonly languages: readonly number[];
      readonly tier?: CreatorTier;
      readonly share: number;
    }
  /** Verdicts of the policy filter time out on `share` of the ideas at the day's peak, and count as clean. */
  | { readonly kind: 'fails-open'; readonly share: number }
  /** Home slates are kept for so many minutes. */
  | { readonly kind: 'slate-cache'; readonly minutes: number }
  /** The popular source draws by (live count)^exponent; counts are no longer divided by exposure. */
  | {
      readonly kind: 'unnormalised-popularity';
      readonly exponent: number;
      readonly quotaFactor: number;
    }
  /** `share` of the requests of an arm are answered from another arm's cache. */
  | { readonly kind: 'arm-leak'; readonly share: number };

type InfraMechanism =
  /** Requests take longer by so many milliseconds at the median. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** Real traffic is multiplied. */
  | { readonly kind: 'traffic'; readonly factor: number }
  /** The capacity of a pool is multiplied. */
  | { readonly kind: 'capacity'; readonly pool: string; readonly factor: number }
  /** Clients retry a failed request so many times. */
  | { readonly kind: 'retries'; readonly times: number }
  /** One shard of the feature store takes `factor` times its load. */
  | { readonly kind: 'hot-shard'; readonly shard: number; readonly factor: number }
  /** A share of people is moved to a pool. */
  | { readonly kind: 'pool-share'; readonly pool: string; readonly share: number }
  /** `share` of the tiles are never painted; the impression is logged all the same. */
  | { readonly kind: 'unpainted'; readonly share: number }
  /** `share` of the sessions crash at the start and are never heard of. */
  | { readonly kind: 'crash'; readonly share: number };

type LogMechanism =
  /** A build fires an event more than once: `extra` surplus events per true one. */
  | {
      readonly kind: 'duplicate-events';
      readonly event: LogEvent;
      readonly build: string;
      readonly extra: number;
    }
  /** A build loses a share of an event. */
  | {
      readonly kind: 'lost-events';
      readonly event: LogEvent;
      readonly build: string;
      readonly share: number;
    }
  /** The metric job drops a share of an event: reported numbers only, the training join is another job. */
  | { readonly kind: 'aggregator-loss'; readonly event: LogEvent; readonly share: number }
  /** Events of a build reach the metric job late: half of them within so many minutes. */
  | { readonly kind: 'late-events'; readonly build: string; readonly minutes: number }
  /** Week-over-week panels compare hours that are so many minutes apart. */
  | { readonly kind: 'misaligned-panels'; readonly minutes: number };

type TrainingMechanism =
  /** Saves later than so many minutes after the impression are not joined: refusals to the trainer. */
  | { readonly kind: 'label-window'; readonly minutes: number }
  /** Fast closeups count as saves in the labels of a version, `share` of them. */
  | { readonly kind: 'shallow-labels'; readonly version: string; readonly share: number }
  /**
   * A version is trained on a save count that holds the label itself, in `share` of the rows (absent: in all); at
   * serving it is a day old.
   */
  | { readonly kind: 'label-leak'; readonly version: string; readonly share?: number }
  /** The training job succeeds and changes nothing. */
  | { readonly kind: 'stalled-training' }
  /** Training every `minutes`, on the rows of the last `window`, at `speed` times the daily rate. */
  | {
      readonly kind: 'online-training';
      readonly minutes: number;
      readonly window: number;
      readonly speed: number;
    }
  /** Negatives are thinned once more and not weighted back: `keep` of their weight is left. */
  | { readonly kind: 'negative-weight'; readonly keep: number }
  /** The label join loses `share` of the saves: their rows stay, as refusals. */
  | { readonly kind: 'join-loss'; readonly share: number };

type WorldMechanism =
  /** Demand for some topics is multiplied (people's interest and searches), and visits with it. */
  | {
      readonly kind: 'season';
      readonly topics: readonly number[];
      readonly interest: number;
      readonly visits: number;
    }
  /** So many newcomers a day for each usual one. */
  | { readonly kind: 'campaign'; readonly factor: number }
  /** Newcomers' declared interests are lost. */
  | { readonly kind: 'lost-onboarding' }
  /**
   * Automated accounts save ideas of a few creators: so many saves a simulated day, or `times` as many as the people of
   * its scope make on the web, whatever the size of the world. One of the two is given; creators are those of a world
   * of the first kind, and of each thousand of the second.
   */
  | {
      readonly kind: 'save-bots';
      readonly savesPerDay?: number;
      readonly times?: number;
      readonly creators: number;
    }
  /** The mix of uploads: appeal shifted against quality, in standard deviations. */
  | { readonly kind: 'clickbait-uploads'; readonly appeal: number; readonly quality: number }
  /** Uploads per day are multiplied. */
  | { readonly kind: 'supply'; readonly factor: number };

export type FaultMechanism =
  | ServingMechanism
  | InfraMechanism
  | LogMechanism
  | TrainingMechanism
  | WorldMechanism;

export type Fault = FaultTiming & FaultMechanism & { readonly scope?: Scope };
export type FaultKind = FaultMechanism['kind'];
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;

export const FAULT_KINDS = [
  'history-truncation',
  'non-finite-scores',
  'lost-shards',
  'embedding-skew',
  'stale-index',
  'quota',
  'feature',
  'stale-features',
  'stale-histories',
  'shard-defaults',
  'lost-history',
  'cold-start-prior',
  'utility-weight',
  'score-shift',
  'tier-shift',
  'topic-shift',
  'dropped-best',
  'diversity',
  'exploration',
  'reserved-slots',
  'unhashed-dropped',
  'over-blocking',
  'fails-open',
  'slate-cache',
  'unnormalised-popularity',
  'arm-leak',
  'latency',
  'traffic',
  'capacity',
  'retries',
  'hot-shard',
  'pool-share',
  'unpainted',
  'crash',
  'duplicate-events',
  'lost-events',
  'aggregator-loss',
  'late-events',
  'misaligned-panels',
  'label-window',
  'shallow-labels',
  'label-leak',
  'stalled-training',
  'online-training',
  'negative-weight',
  'join-loss',
  'season',
  'campaign',
  'lost-onboarding',
  'save-bots',
  'clickbait-uploads',
  'supply',
] as const satisfies readonly FaultKind[];
