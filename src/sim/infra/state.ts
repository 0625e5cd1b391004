/** What the machines carry from one minute to the next, and what the minute's requests read of them. */
import type { WorldSetup } from '../setup.ts';
import { ONLY_POOL } from '../setup.ts';
import { createRecord, type InfraRecord } from './record.ts';

/** Rungs of the ladder, as on a slate; the last one is no slate at all. */
export const HEAVY = 0;
export const LIGHT = 1;
export const POPULAR = 2;
export const SHED = 3;
export const FAILED = 4;
export const RUNG_COUNT = 5;

// Carried over, per pool.
/** Work that waits, in requests. */
export const BACKLOG = 0;
/** Hosts that are warm, 1 as provisioned. */
export const FLEET = 1;
/** Share of attempts lost to overload in the minute before. */
export const LOST = 2;
/** First attempts per second of people who come back. */
export const RETURNING = 3;
/** Work of a request for the versions in service, 1 for one that adds no time. */
export const VERSION_WORK = 4;
// What requests of the minute read, per pool.
/** Shares of the rungs, from here on. */
export const RUNG = 5;
/** Chance of a wait in a slot's queue, and its mean (ms) where there is one. */
export const WAIT_CHANCE = 10;
export const WAIT_MEAN = 11;
/** Wait (ms) of everybody: the backlog's. */
export const DELAY = 12;
/** Times a client may ask again, budget included. */
export const RETRIES = 13;
/** Mean latency (ms) of a heavy request without its version's own. */
export const MEAN_MS = 14;
/** Mean milliseconds lost to attempts before the one answered; before a fallback. */
export const LOST_MS = 15;
export const FALLBACK_MS = 16;
export const FIELD_COUNT = 17;

export interface Infra {
  readonly pools: readonly string[];
  /** `pools × FIELD_COUNT`. */
  readonly now: Float64Array;
  /** Share of home slates served from the cache, a running mean over requests. */
  hitShare: number;
  /** Hosts reload until this minute, and the capacity it costs. */
  coldUntil: number;
  coldShare: number;
  /** Hot shard of the feature store; −1: none. */
  hotShard: number;
  /** Chance that a read with a hot key is given up, and utilisation of the shard. */
  hotTimeout: number;
  hotUtilisation: number;
  /** Its hottest ideas, and the share of requests that have one among their candidates. */
  hotIdeas: readonly number[];
  hotTouched: number;
  hotVersion: number;
  /** One chunk a day, oldest first; only the last is written. */
  series: readonly InfraRecord[];
}

export function createInfra(setup: WorldSetup): Infra {
  const named = setup.pools ?? [];
  const pools = named.length === 0 ? [ONLY_POOL.id] : named.map((pool) => pool.id);
  const now = new Float64Array(pools.length * FIELD_COUNT);
  for (let p = 0; p < pools.length; p++) {
    now[p * FIELD_COUNT + FLEET] = 1;
    now[p * FIELD_COUNT + VERSION_WORK] = 1;
    now[p * FIELD_COUNT + RUNG + HEAVY] = 1;
  }
  return {
    pools,
    now,
    hitShare: 0,
    coldUntil: -1,
    coldShare: 0,
    hotShard: -1,
    hotTimeout: 0,
    hotUtilisation: 0,
    hotIdeas: [],
    hotTouched: 0,
    hotVersion: -1,
    series: [createRecord(0, pools.length)],
  };
}

/** A copy that goes its own way; finished days are shared. */
export function copyInfra(infra: Infra): Infra {
  const last = infra.series.length - 1;
  return {
    ...infra,
    now: infra.now.slice(),
    series: infra.series.map((chunk, k) =>
      k === last ? { ...chunk, values: chunk.values.slice() } : chunk,
    ),
  };
}
