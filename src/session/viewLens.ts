/** What a run shows of its lens, and what the dashboards beside it can be asked for. */
import type { Board, GaugeCut, GaugeId } from '../sim/gauges.ts';
import type { ItemMetric } from '../sim/itemSegments.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Dimension, Scope, Surface } from '../sim/segments.ts';
import type { ItemCut } from '../sim/telemetry/itemCells.ts';

export interface LensView {
  readonly metric: MetricId;
  /** What it is cut by, as it was asked for. */
  readonly by: readonly Dimension[];
  /** The same as they lie: along the columns, then down the rows. */
  readonly axes: readonly Dimension[];
  readonly surface: Surface | 'all';
  readonly price: number;
  readonly metrics: readonly { readonly id: MetricId; readonly label: string }[];
  readonly dimensions: readonly { readonly id: Dimension; readonly label: string }[];
  /** Cuts of this number on this surface that are open already: they cost nothing to see again. */
  readonly opened: readonly (readonly Dimension[])[];
  readonly columns: readonly LensAxisValue[];
  readonly rows: readonly LensAxisValue[];
  /** Row-major: `rows.length × columns.length` (at least 1 × 1). */
  readonly cells: readonly LensCell[];
  /** Per cent at which the colours are full, either way: small moves are worth seeing too. */
  readonly range: 20 | 40;
  /** Which way is worse for people: the warm end of the colours. */
  readonly worse: 'down' | 'up';
  /** One entry a simulated person. */
  readonly dots: LensDots;
  /** What stretch of time its readings cover, in words. */
  readonly window: string;
  /** When the numbers move on: they are counted by half hours. Null where that is no matter. */
  readonly next: string | null;
  /** One sentence describing what the lens shows. */
  readonly summary: string;
}

/** What the dashboards can be asked for beside the lens's metrics: boards of gauges, each with its own cuts. */
export interface BoardOfGauges {
  readonly id: Board;
  readonly label: string;
  readonly gauges: readonly {
    readonly id: GaugeId;
    readonly label: string;
    readonly cuts: readonly { readonly id: GaugeCut; readonly label: string }[];
    /** Why it cannot be cut by anything else. */
    readonly counted: string;
  }[];
}

/** What can be asked of ideas, and what they can be cut by. */
export interface IdeasView {
  readonly metrics: readonly { readonly id: ItemMetric; readonly label: string }[];
  /** Dimensions of ideas first, then those of people. */
  readonly cuts: readonly { readonly id: ItemCut; readonly label: string; readonly own: boolean }[];
}

export interface LensAxisValue {
  readonly key: string;
  readonly label: string;
}

export interface LensCell {
  readonly column: string | null;
  readonly row: string | null;
  /** Deviation of the metric from its own baseline, per cent. Null: nobody here. */
  readonly deviation: number | null;
  /** Standard error of that deviation, percentage points. */
  readonly error: number | null;
  /** Simulated people in the cell, and the real millions they stand for. */
  readonly dots: number;
  readonly millions: number;
  readonly layers: readonly ('reading' | 'hurtNow' | 'hurtLater' | 'witness')[];
  /** The conjunction this cell stands for. */
  readonly scope: Scope;
}

export interface LensDots {
  /** Index into `cells` for each dot. */
  readonly cell: Uint16Array;
  /** Deviation in per cent, as the logs say it of that person, shrunk towards the cell. */
  readonly value: Float32Array;
}
