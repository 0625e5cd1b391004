/** What a snapshot trained now is made with. */
import { dayOf } from '../clock.ts';
import { leaks } from '../data/leak.ts';
import type { Weights } from '../data/train.ts';
import type { World } from '../world.ts';
import { weightsHash, type Lineage } from './registry.ts';

/** Lineage of `weights` of a version. */
export function lineageOf(world: World, version: string, weights: Weights, tick: number): Lineage {
  return {
    features: leaks(world, version, tick) ? 'f1+saves_24h' : 'f1',
    embedding: 'e1',
    index: `i${dayOf(world.index.builtTick)}`,
    weightsHash: weightsHash(weights),
  };
}
