/** The model registry: ranker versions, the snapshots their daily training produced, and their lineage. */
import { Hasher } from '../../determinism/hash.ts';
import { dayOf } from '../clock.ts';
import { leaks } from '../data/leak.ts';
import type { OfflineFigures } from '../data/offline.ts';
import type { Weights } from '../data/train.ts';
import type { ModelSpec } from '../setup.ts';
import type { World } from '../world.ts';

/** What a snapshot was made with; each part has a version of its own. */
export interface Lineage {
  /** Set of inputs. */
  readonly features: string;
  /** Version of the embeddings its rows were served with. */
  readonly embedding: string;
  /** The index its rows were retrieved from, by the day it was built. */
  readonly index: string;
  /** Two snapshots with the same hash are the same model, whatever their ids say. */
  readonly weightsHash: string;
}

export interface ModelSnapshot {
  /** `v41.d13`: version and the day it was trained. */
  readonly id: string;
  readonly trainedTick: number;
  readonly weights: Weights;
  /** Days whose rows it read, and how many rows. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly rows: number;
  readonly recipe: 'daily' | 'plain' | 'debiased' | 'random-slice' | 'online';
  readonly lineage: Lineage;
  /**
   * What its recipe scored on the newest full day while that day was still held out: the weights before this training.
   * Null for the first snapshot.
   */
  readonly offline: OfflineFigures | null;
}

export interface ModelLine {
  readonly version: string;
  readonly spec: ModelSpec;
  /** Newest last; never empty. */
  readonly snapshots: ModelSnapshot[];
  /** The one in service. */
  served: ModelSnapshot;
  /** A line that never trains: a snapshot brought back by name. */
  readonly frozen: boolean;
}

export function copyLine(line: ModelLine): ModelLine {
  return { ...line, snapshots: line.snapshots.slice() };
}

export function weightsHash(weights: Weights): string {
  const h = new Hasher();
  h.array(weights);
  return h.digest();
}

/** Lineage of weights trained now. */
export function lineageOf(world: World, version: string, weights: Weights, tick: number): Lineage {
  return {
    features: leaks(world, version, tick) ? 'f1+saves_24h' : 'f1',
    embedding: 'e1',
    index: `i${dayOf(world.index.builtTick)}`,
    weightsHash: weightsHash(weights),
  };
}
