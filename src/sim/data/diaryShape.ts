/** The shape of the training diary: what is summed of a day's rows, and by what. */
import { HEAD_COUNT, SURFACE_COUNT, TOPIC_COUNT } from '../presets.ts';
import { PLATFORMS, REGIONS, TENURES } from '../segments.ts';
import { MAX_BUILDS } from './layout.ts';
import type { RowInput } from './rows.ts';

/** Parts of a day that are summed apart. */
export const QUARTERS = 4;
export const QUARTER_MINUTES = 1440 / QUARTERS;

/** Columns of a sum: weight of all rows, rows with each head's act, weight of repeated rows, saves stated. */
export const C_ROWS = 0;
export const C_HEADS = 1;
export const C_TWICE = C_HEADS + HEAD_COUNT;
export const C_STATED = C_TWICE + 1;
export const COLUMN_COUNT = C_STATED + 1;

/** Sizes of the columns that rows are summed by. */
export const ROW_CUTS = {
  all: 1,
  build: MAX_BUILDS,
  platform: PLATFORMS.length,
  region: REGIONS.length,
  tenure: TENURES.length,
  surface: SURFACE_COUNT,
  topic: TOPIC_COUNT,
} as const;
export type RowCut = keyof typeof ROW_CUTS;

/** `values × QUARTERS × COLUMN_COUNT` by cut. */
export type RowSums = Readonly<Record<RowCut, Float64Array>>;

export const JOIN_CUTS = ['all', 'build', 'platform', 'topic'] as const;
export type JoinCut = (typeof JOIN_CUTS)[number];
/** `values × 2` by cut: saves logged, and those the join has matched. */
export type JoinSums = Readonly<Record<JoinCut, Float64Array>>;

/** A sample of each input's values, ascending. */
export type InputSamples = Readonly<Record<RowInput, Float32Array>>;

/** How much of what there is reaches anybody. */
export interface Coverage {
  /** Share of ideas in their third or fourth day that have been seen as fresh ideas should be. */
  readonly fresh: number;
  /** Share of the live catalogue shown since midnight. */
  readonly catalogue: number;
}

export interface DiaryDay {
  readonly day: number;
  readonly sums: RowSums;
  readonly inputs: InputSamples;
  /** Of the day before, a day later. */
  readonly joins: JoinSums;
  readonly coverage: Coverage;
  /** Ideas in the live catalogue. */
  readonly live: number;
}
