/** Which of many deviations are more than the luck of looking at many. */
import { normalCdf } from '../../determinism/special.ts';

/** False-discovery rate of the marks. Benjamini & Hochberg (1995). */
const FALSE_DISCOVERY = 0.05;

/** Two-sided p of a deviation with a standard error; 1 where there is no error to judge it by. */
export function twoSided(deviation: number, error: number): number {
  return error === 0 ? 1 : 2 * normalCdf(-Math.abs(deviation) / error);
}

/** Largest p that is still a discovery at the stated rate; −1 where none is. */
export function discoveryCut(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  let cut = -1;
  sorted.forEach((p, i) => {
    if (p <= (FALSE_DISCOVERY * (i + 1)) / sorted.length) cut = p;
  });
  return cut;
}
