/** What the page needs to know of the pipeline picture. Types only: importing them loads nothing. Lengths are CSS pixels. */
import type { Rect, RendererKind, SceneTheme } from './lensTypes.ts';
import type { STAGES } from './stages.ts';

/** Where the loop passes: six generators stand side by side, the rest in a row. */
export type StageId = (typeof STAGES)[number];

export type StageHealth = 'ok' | 'warn' | 'bad' | 'off';

export interface StageModel {
  readonly id: StageId;
  readonly label: string;
  readonly health: StageHealth;
  /** Empty when the stage carries no version. */
  readonly version: string;
  /** Age of the stage's model or data in words, e.g. `3 h`; empty when it does not age. */
  readonly age: string;
}

export interface PipelineModel {
  /** Share of each topic in what is served now and in the baseline; any positive scale. */
  readonly topicShares: readonly number[];
  readonly before: readonly number[];
  readonly stages: readonly StageModel[];
  /** Simulated minutes since the world began. Given, the stream moves only when the clock does; absent, it flows calmly. */
  readonly tick?: number;
}

export interface NodeBox {
  readonly id: StageId;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PipelinePlacement {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NodeBox[];
  /** Stacked bars of topic shares, before above now. */
  readonly bars: { readonly before: Rect; readonly now: Rect };
}

export interface PipelineOptions {
  readonly theme: SceneTheme;
  readonly reducedMotion: boolean;
  readonly onPick: (stage: StageId) => void;
  readonly onLayout?: (placement: PipelinePlacement) => void;
  /** Skips detection; for tests. */
  readonly force?: RendererKind;
}

export interface PipelineHandle {
  update(model: PipelineModel): void;
  setTheme(theme: SceneTheme): void;
  placement(): PipelinePlacement | null;
  stats(): { readonly framesDrawn: number; readonly renderer: RendererKind };
  destroy(): void;
}
