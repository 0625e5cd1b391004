/**
 * Layout of a head's weight vector: where each feature of the multi-head logistic ranker sits.
 *
 * logit = request part + item part + pair part, so that the request part is computed once per request and the item
 * part once per refresh; only the pair part is work per candidate.
 */
import { PRICE_TIERS, SOURCE_COUNT, SURFACE_COUNT, TOPIC_COUNT } from '../presets.ts';
import { REGIONS } from '../segments.ts';

export const MAX_BUILDS = 8;

// Request part: a constant and one-hots.
export const F_BIAS = 0;
export const F_SURFACE = 1;
export const F_BUILD = F_SURFACE + SURFACE_COUNT;
export const F_TENURE = F_BUILD + MAX_BUILDS;
export const F_HISTORY = F_TENURE + 4;
export const F_REGION = F_HISTORY + 4;
// Pair part, dense.
export const F_DOT = F_REGION + REGIONS.length;
export const F_TOPIC_SHARE = F_DOT + 1;
export const F_SEEN_TOPIC = F_DOT + 2;
export const F_SEEN_LOOK = F_DOT + 3;
// Item part: dense, then one-hots.
export const F_RATE = F_DOT + 4;
export const F_CLOSEUP_RATE = F_RATE + 1;
export const F_FRESH = F_RATE + 2;
export const F_EXPOSURE = F_RATE + 3;
export const F_TOPIC = F_RATE + 4;
export const F_TIER = F_TOPIC + TOPIC_COUNT;
// Pair part, one-hots: which source proposed it, local content by region, distance of price from budget.
export const F_SOURCE = F_TIER + 3;
export const F_LOCAL = F_SOURCE + SOURCE_COUNT;
export const F_PRICE = F_LOCAL + REGIONS.length;
/** A count of saves that only some versions read, see `leak.ts`; its weight is 0 in all others. */
export const F_LEAK = F_PRICE + PRICE_TIERS;
export const FEATURE_COUNT = F_LEAK + 1;

/** Item inputs a row logs, in the order of the row. */
export const ITEM_INPUTS = 4;
