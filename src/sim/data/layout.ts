/**
 * Layout of a head's weight vector: where each feature of the multi-head logistic ranker sits.
 *
 * logit = bias + request part + item part + pair part, so that the request part is computed once per request and the
 * item part once per refresh; only the pair part is work per candidate.
 */
import { SOURCE_COUNT, TOPIC_COUNT } from '../presets.ts';

export const MAX_BUILDS = 8;

// Request part.
export const F_BIAS = 0;
export const F_RELATED = 1;
export const F_BUILD = 2;
export const F_TENURE = F_BUILD + MAX_BUILDS;
export const F_HISTORY = F_TENURE + 4;
// Pair part.
export const F_DOT = F_HISTORY + 4;
export const F_TOPIC_SHARE = F_DOT + 1;
export const F_SEEN_TOPIC = F_DOT + 2;
export const F_SEEN_LOOK = F_DOT + 3;
// Item part.
export const F_RATE = F_DOT + 4;
export const F_CLOSEUP_RATE = F_RATE + 1;
export const F_FRESH = F_RATE + 2;
export const F_EXPOSURE = F_RATE + 3;
export const F_TOPIC = F_RATE + 4;
// Which generator proposed it: part of the pair.
export const F_GENERATOR = F_TOPIC + TOPIC_COUNT;
export const FEATURE_COUNT = F_GENERATOR + SOURCE_COUNT;
