/**
 * Live counters of the feature store: what the *log* says each idea was shown and did, decayed daily. Belief, not
 * truth: a client that logs twice inflates them.
 */
import type { FeatureKernel } from '../kernel/features.ts';

export const COUNTER_DECAY = 0.93;

export interface Counters {
  readonly exposures: Float32Array;
  readonly saves: Float32Array;
  readonly closeups: Float32Array;
  /** Impressions truly served today, per idea: what concentration is measured on and what a cap looks at. */
  readonly servedToday: Float32Array;
  /** How many of the saves were made by automated accounts: nobody reads it before a rule names them. */
  readonly botSaves: Float32Array;
  // Features made of the above at the last refresh.
  readonly logRate: Float32Array;
  readonly logCloseup: Float32Array;
  readonly freshness: Float32Array;
  readonly logExposure: Float32Array;
}

export function createCounters(capacity: number): Counters {
  const column = (): Float32Array => new Float32Array(capacity);
  return {
    exposures: column(),
    saves: column(),
    closeups: column(),
    servedToday: column(),
    botSaves: column(),
    logRate: column(),
    logCloseup: column(),
    freshness: column(),
    logExposure: column(),
  };
}

/** Prior of the smoothed rates: as if `PRIOR_EXPOSURES` impressions had gone at the base rate. */
const PRIOR_EXPOSURES = 100;
const BASE_SAVE_RATE = 0.018;

/** Smoothed save rate of an idea from its counters. */
export function smoothedRate(c: Counters, idea: number): number {
  return (
    (c.saves[idea]! + PRIOR_EXPOSURES * BASE_SAVE_RATE) / (c.exposures[idea]! + PRIOR_EXPOSURES)
  );
}

/**
 * Recomputes the item features from the counters. With `normalised` false the rate feature is a bare count of saves,
 * blind to how often the idea was shown.
 */
export function refreshFeatures(
  kernel: FeatureKernel,
  c: Counters,
  count: number,
  birthDay: Int32Array,
  today: number,
  normalised: boolean,
  meanSaves: number,
): void {
  kernel.exposures.set(c.exposures.subarray(0, count));
  kernel.saves.set(c.saves.subarray(0, count));
  kernel.closeups.set(c.closeups.subarray(0, count));
  kernel.birthDay.set(birthDay.subarray(0, count));
  kernel.run.refresh(count, today, normalised ? 1 : 0, meanSaves);
  c.logRate.set(kernel.logRate.subarray(0, count));
  c.logCloseup.set(kernel.logCloseup.subarray(0, count));
  c.freshness.set(kernel.freshness.subarray(0, count));
  c.logExposure.set(kernel.logExposure.subarray(0, count));
}

export function decayCounters(c: Counters, count: number): void {
  for (let i = 0; i < count; i++) {
    c.exposures[i] = c.exposures[i]! * COUNTER_DECAY;
    c.saves[i] = c.saves[i]! * COUNTER_DECAY;
    c.closeups[i] = c.closeups[i]! * COUNTER_DECAY;
    c.servedToday[i] = 0;
    c.botSaves[i] = c.botSaves[i]! * COUNTER_DECAY;
  }
}
