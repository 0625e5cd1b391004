/** What a run's moves were worth, as one figure, given what had been seen: what they gave away of what was at stake. */
import { exp } from '../determinism/math.ts';
import type { Weighed } from '../analysis/marks/weighing.ts';

/**
 * Regret, of what was at stake, that brings the figure down to 10 ÷ e: a blunder and a mistake. Found once for the whole
 * library.
 */
const KAPPA = 0.6;

/** 10: nothing was given away; towards 0 the more was. */
export function processOf({ path, points }: Weighed): number {
  const given = [...path.steps, ...points].reduce((sum, { regret }) => sum + regret, 0);
  return 10 * exp(-given / KAPPA);
}
