/**
 * How much readings may be trusted, by how well they were foretold. Where even the explanation that fits best is off by more
 * than its errors allow, more differs between worlds than is modelled, and all that was read says less: likelihoods are
 * divided by the dispersion, as in quasi-likelihood (McCullagh and Nelder 1989, 9.2; estimated by Pearson's statistic over
 * its degrees of freedom), which is drawn towards the usual one while there are few readings.
 */
import type { LogLikelihood } from './likelihood.ts';

/** What readings were off by, so far. */
export interface Misfit {
  /** By hypothesis, squared standard errors summed over readings. */
  readonly distance: ReadonlyMap<string, number>;
  /** How many readings; what an earlier one has said already counts in part. */
  readonly readings: number;
}

export const NO_MISFIT: Misfit = { distance: new Map(), readings: 0 };

/** Readings of as many are taken to have been as far off as is usual. */
const USUAL_READINGS = 10;
/** Dispersion that is usual: less than one, for what a small world may be off by is allowed for generously. */
const USUAL = 0.5;

/**
 * `likelihoods`: by explanation, of so many `readings`, of which `share` was not in earlier ones. Who foretold nothing of them
 * is no longer counted.
 */
export function withReadings(
  misfit: Misfit,
  likelihoods: readonly ReadonlyMap<string, LogLikelihood>[],
  readings: number,
  share: number,
): Misfit {
  const distance = new Map<string, number>();
  for (const of of likelihoods)
    for (const [id, l] of of) distance.set(id, (misfit.distance.get(id) ?? 0) + share * l.distance);
  return { distance, readings: misfit.readings + share * readings };
}

/** What log likelihoods are to be multiplied by; nothing counts more than once, however well it was foretold. */
export function trustIn({ distance, readings }: Misfit): number {
  const least = distance.size === 0 ? 0 : Math.min(...distance.values());
  const dispersion = (USUAL_READINGS * USUAL + least) / (USUAL_READINGS + readings);
  const share = USUAL / dispersion;
  // Misfit is mostly in the readings that tell hypotheses apart, so it counts for more than its mean: squared.
  return Math.min(1, share * share);
}
