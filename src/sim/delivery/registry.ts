/** The model registry: ranker versions, the snapshots their daily training produced, and their lineage. */
import type { Weights } from '../data/train.ts';
import type { ModelSpec } from '../setup.ts';

export interface ModelSnapshot {
  /** `v41.d13`: version and the day it was trained. */
  readonly id: string;
  readonly trainedTick: number;
  readonly weights: Weights;
  /** Days whose rows it read, and how many rows. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly rows: number;
  readonly recipe: 'daily' | 'plain' | 'debiased' | 'random-slice';
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
