/** How often an alert rule rings for nothing: what its threshold lets through of a reading's noise. */
import { normalCdf } from '../../determinism/special.ts';

/**
 * Probability that noise alone carries one reading past the threshold. `percent`: the threshold, a deviation from the
 * baseline; `error`: standard error of the reading, per cent, normal by construction of the display noise.
 */
export function falseAlarmRate(op: 'above' | 'below', percent: number, error: number): number {
  const past = op === 'below' ? percent : -percent;
  if (error <= 0) return past > 0 ? 1 : 0;
  return normalCdf(past / error);
}
