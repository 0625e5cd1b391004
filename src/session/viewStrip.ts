/** A tile of the free health strip. */
export interface StripTile {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Deviation from baseline in per cent, with its standard error; null where none applies. */
  readonly deviation: number | null;
  readonly error: number | null;
  readonly state: 'fine' | 'watch' | 'bad';
  /** Last 24 points, for a sparkline; the minute each begins at, and what it reads. */
  readonly spark: readonly number[];
  readonly sparkTicks: readonly number[];
  readonly sparkValues: readonly string[];
}
