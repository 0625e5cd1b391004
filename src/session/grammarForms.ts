/**
 * How each order is written: its words in the order of the line. One table reads and prints, so what is printed can be
 * read, and an order without a form does not compile.
 */
import { FEATURES, LOG_EVENTS } from '../sim/faults.ts';
import { GENERATORS } from '../sim/generators.ts';
import { type InterventionKind, type InterventionSpec } from '../sim/interventions.ts';
import { HEADS } from '../sim/presets.ts';
import { SURFACES } from '../sim/segments.ts';
import { SETTINGS } from '../sim/settings.ts';
import {
  aimed,
  amount,
  either,
  listed,
  maybe,
  name,
  onsetOf,
  reach,
  shareOf,
  type Part,
} from './grammarParts.ts';

type Fields<K extends InterventionKind> = Omit<Extract<InterventionSpec, { kind: K }>, 'kind'>;

/** Fields in the order in which they stand in a line. */
export type Form<S> = { readonly [F in keyof S]-?: Part<NonNullable<S[F]>> };

const rollout = name('a rollout', 'rollouts');
const version = name('a version', 'versions');
const build = name('a build', 'builds');
const pool = name('a pool', 'pools');
const source = listed('a source', GENERATORS);
const feature = listed('an input', FEATURES);
const head = listed('a head', HEADS);

export const FORMS: { readonly [K in InterventionKind]: Form<Fields<K>> } = {
  'freeze-deploys': {},
  'stop-ramp': { rollout },
  'pin-model': { version },
  'stop-promotion': {},
  'pause-arm': { rollout },
  'pause-release': { build },
  'skip-training': {},
  'stop-job': { job: listed('a job', ['re-embedding', 'deletion']) },
  'suspend-robots': {},
  'rollback-model': { to: name('a version', 'versions', 'to'), scope: reach },
  'route-cohort': { to: name('a version', 'versions', 'to'), scope: aimed },
  'promote-model': { version },
  'nonfinite-guard': {},
  'kill-generator': { generator: source },
  'dedupe-events': {
    event: listed('an event', LOG_EVENTS),
    build: name('a build', 'builds', 'of'),
  },
  'quarantine-rows': { scope: aimed, sinceTick: onsetOf },
  retrain: { recipe: listed('a recipe', ['plain', 'debiased', 'random-slice']) },
  'exposure-cap': { perDay: amount('impressions a day') },
  exploration: { share: shareOf },
  diversity: {
    factor: amount('a factor, as 1.5'),
    axis: maybe(listed('an axis', ['topic', 'look'])),
  },
  'normalise-popularity': {},
  'fix-client': { build },
  'revert-setting': { setting: listed('a setting', SETTINGS) },
  'feature-fallback': { feature },
  'pin-consumer': { surface: listed('a surface', SURFACES) },
  'index-alias': { source },
  'revert-tower': { source },
  'rebuild-index': { source },
  'purge-cache': { gradual: either('gradually', 'at-once') },
  'scale-up': { pool, factor: amount('a factor, as 1.5', 'by') },
  'shed-load': { share: shareOf },
  'retry-budget': {},
  'overflow-to-light': {},
  'replicate-keys': {},
  'image-provider': {},
  'drain-pool': { pool },
  recalibrate: { head },
  'restore-history': { honourErasures: either('without-erased', 'with-erased') },
  'cold-start': {},
  'fail-closed': {},
  'filter-off': {},
  'spam-rule': { breadth: listed('a breadth', ['narrow', 'broad']) },
  'newcomer-floor': { logit: amount('a shift, as 0.4') },
  'notification-bar': { factor: amount('a factor, as 1.2') },
  'exclusive-arms': { rollout, than: name('a rollout', 'rollouts', 'than') },
};
