/** Whole-system figures of one day, taken from what was truly served and logged: concentration, creators, volume. */

export interface DayTally {
  readonly day: number;
  sessions: number;
  impressions: number;
  saves: number;
  closeups: number;
  hides: number;
  randomImpressions: number;
  /** Sum over sessions of the entropy of topics in the home slate, 0..1. */
  entropySum: number;
  homeSlates: number;
  /** Impressions by topic. */
  readonly byTopic: Float64Array;
  /** Impressions by generator, in the order of GENERATORS. */
  readonly byGenerator: Float64Array;
  // Filled when the day ends.
  headShare: number;
  headValue: number;
  uniqueItems: number;
  gini: number;
  newCreatorShare: number;
  tailLabels: number;
  headDemand: number;
}

export function emptyTally(day: number): DayTally {
  return {
    day,
    sessions: 0,
    impressions: 0,
    saves: 0,
    closeups: 0,
    hides: 0,
    randomImpressions: 0,
    entropySum: 0,
    homeSlates: 0,
    byTopic: new Float64Array(24),
    byGenerator: new Float64Array(4),
    headShare: 0,
    headValue: 0,
    uniqueItems: 0,
    gini: 0,
    newCreatorShare: 0,
    tailLabels: 0,
    headDemand: 0,
  };
}

export function copyTally(t: DayTally): DayTally {
  return { ...t, byTopic: t.byTopic.slice(), byGenerator: t.byGenerator.slice() };
}
