/** Points of a plot, and those of them that are kept from one look to the next. */

/** One point of a series for each group. Null: nothing was counted. */
export interface GroupPoint {
  readonly values: readonly (number | null)[];
  readonly baselines: readonly number[];
}

export interface Settled {
  /** The orders in effect, as text; with others everything is read anew. */
  orders: string;
  readonly points: Map<string, GroupPoint>;
}
