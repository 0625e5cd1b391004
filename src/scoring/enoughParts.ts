/**
 * The smallest sets of readings that tell a kind of fault from its rivals: one reading has to satisfy each part. This
 * is the catalogue's judgement, not a measurement; the ideal observer will replace it.
 */
import type { FaultKind } from '../sim/faults.ts';
import {
  cuts,
  cutsOf,
  locatesStage,
  onBoard,
  reads,
  readsInputs,
  tests,
  views,
} from './bearing.ts';
import type { Seen } from './logbook.ts';

/** Does the reading say this much? */
export type Part = (seen: Seen) => boolean;

// Who differs.
const byPerson: Part = (s) => cuts(s, 'activity', 'history', 'tenure');
const byNewcomer: Part = (s) => cuts(s, 'tenure', 'history', 'entry', 'language');
const byVersion: Part = (s) =>
  cuts(s, 'arm', 'model') || tests(s, 'replay', 'shadow', 'reroute', 'golden', 'effects');
const byArm: Part = (s) => cuts(s, 'arm');
const byBuild: Part = (s) => cuts(s, 'build') || tests(s, 'event-audit');
const byDevice: Part = (s) => cuts(s, 'tier', 'build', 'platform');
const byPlace: Part = (s) => cuts(s, 'region', 'network', 'language');
const byPool: Part = (s) => cuts(s, 'pool');
const byAnything: Part = (s) => cutsOf(s).length > 0;

// At which stage.
const bySource: Part = (s) =>
  views(s, 'funnel', 'probes') || (s.test?.test === 'replay' && s.test.swap === 'generator');
const byStage: Part = locatesStage;
const inputs: Part = readsInputs;
const rows: Part = (s) => views(s, 'training') || onBoard(s, 'data') || tests(s, 'label-diff');
const slates: Part = (s) => views(s, 'person', 'funnel') || reads(s, 'topic_entropy');

// What the numbers are worth.
const secondCount: Part = (s) => reads(s, 'server_saves') || tests(s, 'event-audit');
const calibrated: Part = (s) => reads(s, 'calibration');
const slowness: Part = (s) => reads(s, 'p99_ms');
/** Scores that are as they should be clear the model of an outage. */
const sanity: Part = (s) =>
  reads(s, 'nonfinite_share', 'calibration') || tests(s, 'replay', 'shadow');
/** What people were glad of, or were not, as against what they touched. */
const value: Part = (s) => reads(s, 'hide_rate', 'dwell_rate', 'server_saves');
const touched: Part = (s) => reads(s, 'closeup_rate');
const shownToFew: Part = (s) =>
  reads(s, 'unique_items', 'exposure_gini', 'new_creator_share', 'tail_labels', 'head_share');
const demand: Part = (s) => reads(s, 'search_demand', 'head_value');
/** A setting that was moved stands in the list of changes and nowhere else. */
const switched: Part = (s) => views(s, 'changes');
const reported: Part = (s) => reads(s, 'save_rate', 'saves', 'saves_per_session');

const outage: readonly Part[] = [slowness, sanity];

export const ENOUGH: Readonly<Record<FaultKind, readonly Part[]>> = {
  'history-truncation': [byPerson, byVersion],
  'non-finite-scores': [
    byPerson,
    (s) => reads(s, 'nonfinite_share') || tests(s, 'replay', 'shadow'),
  ],
  'lost-shards': [bySource, byVersion],
  'embedding-skew': [bySource, (s) => inputs(s) || views(s, 'model')],
  'stale-index': [bySource, shownToFew],
  quota: [bySource, slates],
  feature: [inputs, byAnything],
  'stale-features': [inputs, byVersion],
  'stale-histories': [inputs, byPerson],
  'shard-defaults': [inputs, (s) => slowness(s) || byAnything(s)],
  'lost-history': [inputs, byPerson],
  'cold-start-prior': [byPerson, slates],
  'utility-weight': [byVersion, value, switched],
  'score-shift': [calibrated, byVersion],
  'tier-shift': [shownToFew, byVersion],
  'topic-shift': [demand, byVersion],
  'dropped-best': [byPool, byStage],
  diversity: [slates, switched],
  exploration: [shownToFew, switched],
  'reserved-slots': [byArm, slates],
  'unhashed-dropped': [byArm, slates],
  'over-blocking': [(s) => views(s, 'funnel'), (s) => byPlace(s) || views(s, 'person', 'tickets')],
  'fails-open': [(s) => views(s, 'funnel'), (s) => reads(s, 'hide_rate') || views(s, 'tickets')],
  'slate-cache': [slates, (s) => slowness(s) || byPerson(s)],
  'unnormalised-popularity': [
    (s) => views(s, 'ecosystem') || reads(s, 'head_share', 'unique_items', 'exposure_gini'),
    demand,
  ],
  'arm-leak': [byArm, (s) => slates(s) || slowness(s)],
  latency: [slowness, (s) => byDevice(s) || byPlace(s)],
  traffic: outage,
  capacity: outage,
  retries: outage,
  'hot-shard': [slowness, (s) => inputs(s) || byAnything(s)],
  'pool-share': [byPool, byVersion],
  unpainted: [(s) => byPlace(s) || byDevice(s), (s) => touched(s) || slates(s)],
  crash: [byDevice, (s) => views(s, 'experiments') || reads(s, 'sessions')],
  'duplicate-events': [byBuild, secondCount],
  'lost-events': [byBuild, secondCount],
  'aggregator-loss': [secondCount, reported],
  'late-events': [byBuild, secondCount],
  'misaligned-panels': [secondCount, byPlace],
  'label-window': [rows, calibrated],
  'shallow-labels': [byVersion, touched, value],
  'label-leak': [inputs, byVersion],
  'stalled-training': [(s) => views(s, 'training', 'model', 'lineage')],
  'online-training': [byVersion, byPlace],
  'negative-weight': [calibrated, (s) => rows(s) || tests(s, 'replay', 'shadow')],
  'join-loss': [rows, (s) => byVersion(s) || byDevice(s)],
  season: [
    (s) => reads(s, 'save_rate', 'saves_per_session', 'search_demand'),
    (s) => byVersion(s) || views(s, 'changes'),
  ],
  campaign: [byNewcomer, (s) => reads(s, 'sessions') || views(s, 'changes')],
  'lost-onboarding': [byNewcomer, inputs],
  'save-bots': [
    (s) => cuts(s, 'tenure', 'platform'),
    (s) => reads(s, 'dwell_rate', 'closeup_rate'),
  ],
  'clickbait-uploads': [touched, value, byVersion],
  supply: [shownToFew, bySource],
};
