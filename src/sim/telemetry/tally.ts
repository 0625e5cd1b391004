/** Whole-system figures of one day, taken from what was truly served and logged: concentration, creators, volume. */
import { RUNG_COUNT } from '../infra/state.ts';
import { SOURCE_COUNT, SURFACE_COUNT, TOPIC_COUNT } from '../presets.ts';

export interface DayTally {
  readonly day: number;
  sessions: number;
  impressions: number;
  saves: number;
  closeups: number;
  hides: number;
  /** Saves of automated accounts: storage counts them like anybody's. */
  botSaves: number;
  randomImpressions: number;
  /** Sum over sessions of the entropy of topics in the home slate, 0..1. */
  entropySum: number;
  /** Slates asked for on all surfaces. */
  requests: number;
  /** The same by the rung that answered, see infra/state.ts; they sum to `requests`. */
  readonly byRung: Float64Array;
  /** Milliseconds of all requests. */
  latencySum: number;
  /** Ideas the policy filter was asked about, and those it had no verdict on in time, in expectation. */
  verdicts: number;
  missingVerdicts: number;
  homeSlates: number;
  cachedSlates: number;
  searches: number;
  emptySearches: number;
  notificationsWeighed: number;
  notificationsSent: number;
  notificationsOpened: number;
  emptySlots: number;
  /** Impressions of ideas that break policy. */
  unsafeImpressions: number;
  freshImpressions: number;
  readonly impressionsBySurface: Float64Array;
  readonly savesBySurface: Float64Array;
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
    botSaves: 0,
    randomImpressions: 0,
    entropySum: 0,
    requests: 0,
    byRung: new Float64Array(RUNG_COUNT),
    latencySum: 0,
    verdicts: 0,
    missingVerdicts: 0,
    homeSlates: 0,
    cachedSlates: 0,
    searches: 0,
    emptySearches: 0,
    notificationsWeighed: 0,
    notificationsSent: 0,
    notificationsOpened: 0,
    emptySlots: 0,
    unsafeImpressions: 0,
    freshImpressions: 0,
    impressionsBySurface: new Float64Array(SURFACE_COUNT),
    savesBySurface: new Float64Array(SURFACE_COUNT),
    byTopic: new Float64Array(TOPIC_COUNT),
    byGenerator: new Float64Array(SOURCE_COUNT),
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
  return {
    ...t,
    byRung: t.byRung.slice(),
    byTopic: t.byTopic.slice(),
    byGenerator: t.byGenerator.slice(),
    impressionsBySurface: t.impressionsBySurface.slice(),
    savesBySurface: t.savesBySurface.slice(),
  };
}
