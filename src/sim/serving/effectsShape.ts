/** The values in force for one request, and what they are where nothing is wrong. */
import { DEFAULT_EXPLORATION } from '../delivery/control.ts';
import { FEATURES } from '../faults.ts';
import { HEAD_COUNT, SOURCE_COUNT, TOPIC_COUNT } from '../presets.ts';
import { QUOTAS, type Quotas } from './sources/quotas.ts';

/** Utility of a slot: weights of the heads, in saves. */
export const UTILITY = { save: 1, closeup: 0.06, dwell: 0.12, hide: 3 } as const;

/** Pseudo-actions the prior of a user embedding counts as. */
export const PRIOR_ACTIONS = 6;

export const AS_IT_IS = 0;
export const AT_DEFAULT = 1;
export const SCALED = 2;
export const NOISE = 3;

export interface Effects {
  /** Nothing differs from the sound values. */
  clean: boolean;
  /** Actions of history read; 0: none at all. */
  historyCap: number;
  priorActions: number;
  /** Head whose scores are lost; −1: none. */
  brokenHead: number;
  quotas: Quotas;
  /** Per source: shards below this number are missing. */
  readonly lostShards: Float64Array;
  /** Per source: share of ideas embedded in the query's version. */
  readonly agreement: Float64Array;
  /** Per head, hides negative. */
  readonly utility: Float64Array;
  /** Shifts on the logit: by head, by creator tier, by topic (save head). `shifted`: any is not 0. */
  readonly headShift: Float64Array;
  readonly tierShift: Float64Array;
  readonly topicShift: Float64Array;
  shifted: boolean;
  /** Per feature: AS_IT_IS, AT_DEFAULT, SCALED or NOISE, and the value. `features`: any is not as it is. */
  readonly featureMode: Uint8Array;
  readonly featureValue: Float64Array;
  features: boolean;
  /** Shard whose ideas have their inputs at defaults; −1: none. */
  defaultShard: number;
  topicSpacing: number;
  lookSpacing: number;
  exploration: number;
  /** Bit p: slot p is kept for a fresh idea. */
  reserved: number;
  dropFresh: boolean;
  dropBest: boolean;
  /** Clean ideas of these topics, languages and tiers of creators (bits) are rejected, so many of them. */
  blockedShare: number;
  blockedTopics: number;
  blockedLanguages: number;
  blockedTiers: number;
  /** Share of verdicts that time out, and of those that then count as clean, or as violating. */
  missingVerdicts: number;
  openShare: number;
  closedShare: number;
  cacheMinutes: number;
  /** Slates made before this minute have the sound lifetime still. */
  cacheSince: number;
  latencyMs: number;
  unpainted: number;
  /** What the person saves does not reach their history. */
  unremembered: boolean;
}

/** Minutes a home slate is kept: a reload within them shows the same. */
export const CACHE_MINUTES = 15;

export function createEffects(): Effects {
  return {
    clean: false,
    historyCap: 0,
    priorActions: PRIOR_ACTIONS,
    brokenHead: -1,
    quotas: QUOTAS[0]!,
    lostShards: new Float64Array(SOURCE_COUNT),
    agreement: new Float64Array(SOURCE_COUNT).fill(1),
    utility: new Float64Array(HEAD_COUNT),
    headShift: new Float64Array(HEAD_COUNT),
    tierShift: new Float64Array(3),
    topicShift: new Float64Array(TOPIC_COUNT),
    shifted: false,
    featureMode: new Uint8Array(FEATURES.length),
    featureValue: new Float64Array(FEATURES.length),
    features: false,
    defaultShard: -1,
    topicSpacing: 1,
    lookSpacing: 1,
    exploration: DEFAULT_EXPLORATION,
    reserved: 0,
    dropFresh: false,
    dropBest: false,
    blockedShare: 0,
    blockedTopics: 0,
    blockedLanguages: 0,
    blockedTiers: 0,
    missingVerdicts: 0,
    openShare: 0,
    closedShare: 0,
    cacheMinutes: CACHE_MINUTES,
    cacheSince: 0,
    latencyMs: 0,
    unpainted: 0,
    unremembered: false,
  };
}
