/** What a run shows of the views one has opened: plots, bars, tables, a phone, text. */
import type { Bad } from '../sim/metrics.ts';
import type { Look, Test } from './commands.ts';
import type { PredictionAnswer } from './predictionWords.ts';

interface PanelBase {
  readonly id: string;
  /** Reading id: what pinning refers to. Changes when the panel's content is re-read. */
  readonly reading: string;
  readonly title: string;
  readonly look: Look | null;
  readonly test: Test | null;
  readonly openedAt: string;
  /** Text equivalent: what a screen-reader player and the text mode get. */
  readonly summary: string;
  readonly pinned: boolean;
  /** What the world answered to the prediction made before it was opened. */
  readonly answer: PredictionAnswer | null;
  readonly help: string;
}

export interface SeriesLine {
  readonly key: string;
  readonly label: string;
  /** Null: no data. */
  readonly values: readonly (number | null)[];
  readonly baseline: readonly number[];
  /** What was reported a week before each point; null where the baseline is that already, or no record is kept. */
  readonly weekBefore: readonly (number | null)[] | null;
  /** What was reported on the same days a year ago; absent where what is expected knows the calendar anyway. */
  readonly yearBefore?: readonly number[];
  /** Deviation of the last hours from baseline, per cent, and its standard error. */
  readonly deviation: number | null;
  readonly error: number | null;
}

export interface SeriesPanel extends PanelBase {
  readonly kind: 'series';
  readonly unit: string;
  /** Which way is worse for people; `none` where a change alone says nothing. */
  readonly worse: Bad;
  /** Bucket start ticks. */
  readonly ticks: readonly number[];
  readonly tickLabels: readonly string[];
  readonly lines: readonly SeriesLine[];
  /** Index of the line that stands for the panel: it is the one whose past and noise are laid behind. */
  readonly lead: number;
  /** What the baselines are, in few words: `its own past`, `a week before`. */
  readonly past: string;
  /** Half-width of the noise band around that line's baseline, relative (0.02 = 2 %). */
  readonly band: number;
  readonly markers: readonly {
    readonly tick: number;
    readonly label: string;
    readonly kind: 'change' | 'job' | 'page' | 'you';
  }[];
}

/** Labelled bars with a comparison: distributions, funnels, calibration by slice, label rates. */
export interface BarsPanel extends PanelBase {
  readonly kind: 'bars';
  readonly unit: string;
  readonly groups: readonly {
    readonly label: string;
    readonly bars: readonly {
      readonly label: string;
      readonly now: number;
      readonly before: number | null;
      readonly error: number | null;
      readonly flag: boolean;
    }[];
  }[];
}

export interface TablePanel extends PanelBase {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Row indices that the panel itself marks as outside their band. */
  readonly marked: readonly number[];
}

export interface PhonePanel extends PanelBase {
  readonly kind: 'phone';
  /** A short portrait from logged facts only. */
  readonly person: string;
  readonly before: readonly Tile[];
  readonly now: readonly Tile[];
}

export interface TextPanel extends PanelBase {
  readonly kind: 'text';
  readonly paragraphs: readonly string[];
}

export type PanelView = SeriesPanel | BarsPanel | TablePanel | PhonePanel | TextPanel;

/** One tile of a slate: enough to draw procedural art and to explain its provenance. */
export interface Tile {
  readonly idea: number;
  readonly topic: number;
  readonly topicLabel: string;
  readonly look: number;
  /** 0..1, how well made it seems. */
  readonly polish: number;
  readonly seed: number;
  readonly position: number;
  readonly generator: string;
  /** Served scores by head; null where the score was not finite. */
  readonly scores: readonly { readonly head: string; readonly value: number | null }[];
  readonly why: string;
}
