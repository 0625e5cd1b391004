/** The list that all sources fill: no idea twice, none seen lately, none over its cap, none the index has lost. */
import type { World } from '../../world.ts';

export const G_INTEREST = 0;
export const G_SIMILAR = 1;
export const G_POPULAR = 2;
export const G_FRESH = 3;
export const G_COSAVE = 4;
export const G_QUERY = 5;

/** Shards of the indexes and of the feature store. */
export const SHARDS = 16;

/** Shard an idea lies on: neighbours in upload order are spread out. */
export function shardOf(idea: number): number {
  return (Math.imul(idea + 1, 0x9e3779b1) >>> 28) & (SHARDS - 1);
}

/** Whether the idea became a candidate. */
export function add(world: World, idea: number, source: number): boolean {
  const { scratch } = world;
  if (scratch.mark[idea] === scratch.stamp || scratch.candidates >= scratch.candidate.length)
    return false;
  const { cap } = world.control;
  if (cap !== null && world.counters.servedToday[idea]! >= cap) return false;
  if (shardOf(idea) < scratch.effects.lostShards[source]!) return false;
  scratch.mark[idea] = scratch.stamp;
  scratch.candidate[scratch.candidates] = idea;
  scratch.candidateGenerator[scratch.candidates] = source;
  scratch.candidates++;
  return true;
}
