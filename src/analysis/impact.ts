/** Where a harm lies between the worst and the best of the lines it is held against. */

/** Harm to the horizon of the lines that span the scale, millions of saves. */
export interface ScaleHarms {
  readonly nothing: number;
  readonly rollback: number;
  /** The best of the reference lines. */
  readonly reference: number;
}

/** The range of harm that counts as a range at all, millions of saves: below it nothing was at stake. */
export const RANGE_FLOOR = 0.05;

/**
 * 0: as bad as the worse of doing nothing and a rollback for everyone; 1: as good as the best of all three; beyond either
 * end where the harm is. Everything at once is no end of the scale: it may do many times the harm of any other line, and
 * beside it even doing nothing would look well.
 */
export function impactOf(harm: number, { nothing, rollback, reference }: ScaleHarms): number {
  const worst = Math.max(nothing, rollback);
  const best = Math.min(reference, nothing, rollback);
  return (worst - harm) / Math.max(RANGE_FLOOR, worst - best);
}
