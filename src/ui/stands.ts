/** Whether a figure stands out of its noise, and what that is to people. */
import type { Bad } from '../sim/metrics.ts';

interface Figure {
  /** Per cent against what was expected, and its standard error; null: there is none. */
  readonly deviation: number | null;
  readonly error: number | null;
}

/**
 * Outside of noise, more than three standard errors, and which way that is for people: more errors, more hides are a
 * loss. `flat` also where a change alone says nothing.
 */
export const stands = ({ deviation, error }: Figure, worse: Bad): 'loss' | 'gain' | 'flat' => {
  if (worse === 'none' || deviation === null || error === null) return 'flat';
  if (Math.abs(deviation) < 3 * error) return 'flat';
  return deviation < 0 === (worse === 'down') ? 'loss' : 'gain';
};
