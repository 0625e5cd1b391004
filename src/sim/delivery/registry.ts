/** The model registry: ranker versions, the snapshots their daily training produced, and their lineage. */
import { Hasher } from '../../determinism/hash.ts';
import type { Weights } from '../data/train.ts';
import type { ModelSpec } from '../setup.ts';

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

export interface SliceFigures {
  /** Area under the curve of saves; 0.5 where there is nothing to order. */
  readonly auc: number;
  /** Stated over read saves; 1 is right. */
  readonly calibration: number;
  readonly rows: number;
}

export interface OfflineFigures extends SliceFigures {
  /** The day held out. */
  readonly day: number;
  /** NDCG@25 over the random-exposure slice. */
  readonly ndcg: number;
  /** Platforms, surfaces in one: `android`, `ios`, `web`, and `newcomers`, `established`. */
  readonly slices: Readonly<Record<string, SliceFigures>>;
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

/** `v41` of a frozen snapshot line `v41.d12`: faults live in a version's code, not in one training of it. */
export function baseVersion(version: string): string {
  const dot = version.indexOf('.d');
  return dot < 0 ? version : version.slice(0, dot);
}

/** Is what the line serves, or what its training went on from, the work of a training after `since` that started anew? */
export function beganAnew(line: ModelLine, since: number): boolean {
  return line.snapshots.some(
    ({ recipe, trainedTick }) =>
      (recipe === 'debiased' || recipe === 'random-slice') &&
      trainedTick >= since &&
      trainedTick <= line.served.trainedTick,
  );
}

export function weightsHash(weights: Weights): string {
  const h = new Hasher();
  h.array(weights);
  return h.digest();
}
