/** What a run shows of its pipeline: stages, their health, and what flows between them. */
import type { StripTile } from './viewStrip.ts';

/** Where an idea passes on its way to people and back into training. */
export type PipelineStageId =
  | 'clients'
  | 'interest'
  | 'similar'
  | 'popular'
  | 'fresh'
  | 'cosave'
  | 'query'
  | 'ranker'
  | 'blending'
  | 'slate'
  | 'log'
  | 'training';

/** What flows through serving, free to look at like the strip: shares, versions, ages; never a cause. */
export interface PipelineView {
  /** What `now` in the shares covers, in words. */
  readonly covers: string;
  /** Share of impressions, now and in the two weeks before; in the order of topic ids. */
  readonly topics: readonly ShareView[];
  /** The same by candidate generator. */
  readonly generators: readonly ShareView[];
  readonly stages: readonly PipelineStage[];
  /** One sentence. */
  readonly summary: string;
}

/** Both shares are 0..1 and sum to 1 over their list. */
export interface ShareView {
  readonly id: string;
  readonly label: string;
  readonly now: number;
  readonly before: number;
}

export interface PipelineStage {
  readonly id: PipelineStageId;
  readonly label: string;
  /** From the strip and the shares shown here. */
  readonly health: StripTile['state'];
  /** False: switched off by an order of yours. */
  readonly running: boolean;
  /** Versions in service with their share of traffic; empty where there is none. */
  readonly version: string;
  /** Since the index was built or the last training ended; empty where nothing ages. */
  readonly age: string;
  /** What its health is read from. */
  readonly note: string;
}
