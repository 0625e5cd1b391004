/** Any command of the grammar, for properties. */
import fc from 'fast-check';
import type {
  Command,
  Look,
  NoteDraft,
  Prediction,
  RadiusClaim,
  Test,
  WaitTrigger,
} from '../../src/session/commands.ts';
import { COMPONENT_WORDS, MECHANISM_WORDS } from '../../src/scenario/words.ts';
import { FEATURES } from '../../src/sim/faults.ts';
import { ALL_CUTS, GAUGE_IDS } from '../../src/sim/gauges.ts';
import { ITEM_DIMENSIONS, ITEM_METRIC_IDS } from '../../src/sim/itemSegments.ts';
import { GENERATORS } from '../../src/sim/generators.ts';
import { type InterventionKind, type InterventionSpec } from '../../src/sim/interventions.ts';
import { METRIC_IDS } from '../../src/sim/metrics.ts';
import { HEADS } from '../../src/sim/presets.ts';
import { SETTINGS } from '../../src/sim/settings.ts';
import {
  ACTIVITIES,
  DEVICE_TIERS,
  DIMENSIONS,
  ENTRIES,
  HISTORY_LENGTHS,
  LANGUAGES,
  NETWORKS,
  PLATFORMS,
  REGIONS,
  SURFACES,
  TENURES,
  type Scope,
} from '../../src/sim/segments.ts';

/** Names of versions, builds and readings: plain ones, keywords, and whatever a file may hold. */
const name = fc.oneof(
  fc.constantFrom(
    'v42',
    'android 9.10',
    'unknown',
    'everyone',
    'on',
    'next',
    'radius',
    '#1',
    '12',
    'ON',
    'Next',
    '%',
    '12:30',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);
const metric = fc.constantFrom(...METRIC_IDS);
const dimension = fc.constantFrom(...DIMENSIONS);
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });

const conjunction = fc.record(
  {
    surface: some(SURFACES),
    region: some(REGIONS),
    platform: some(PLATFORMS),
    build: fc.array(name, { minLength: 1, maxLength: 3 }),
    tier: some(DEVICE_TIERS),
    tenure: some(TENURES),
    activity: some(ACTIVITIES),
    history: some(HISTORY_LENGTHS),
    language: some(LANGUAGES),
    network: some(NETWORKS),
    entry: some(ENTRIES),
    pool: fc.array(name, { minLength: 1, maxLength: 2 }),
    arm: fc.array(name, { minLength: 1, maxLength: 2 }),
    model: fc.array(name, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const scope: fc.Arbitrary<Scope> = fc.array(conjunction, { maxLength: 3 });

const number = fc.oneof(
  fc.integer({ min: -500, max: 100_000 }),
  fc.double({ min: -1e6, max: 1e9, noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
);
const tick = fc.oneof(fc.nat(60_000), number);
const confidence = fc.integer({ min: 0, max: 100 });

const predicted: fc.Arbitrary<{ predict?: Prediction }> = fc.oneof(
  fc.constant({}),
  fc.record({ predict: fc.record({ expect: fc.constantFrom('up', 'flat', 'down') }) }),
);

const look: fc.Arbitrary<Look> = fc.oneof(
  fc.record({
    view: fc.constant('lens'),
    metric,
    by: fc.array(dimension, { maxLength: 3 }),
    surface: fc.constantFrom(...SURFACES, 'all'),
  }),
  fc.record({ view: fc.constant('metric'), metric, by: fc.option(dimension), scope }),
  fc.record({ view: fc.constantFrom('sources', 'funnel', 'features', 'model'), scope }),
  fc.record({
    view: fc.constant('gauge'),
    gauge: fc.constantFrom(...GAUGE_IDS),
    by: fc.constantFrom(null, ...ALL_CUTS),
  }),
  fc.record({
    view: fc.constant('items'),
    metric: fc.constantFrom(...ITEM_METRIC_IDS),
    by: fc.array(fc.constantFrom(...ITEM_DIMENSIONS, ...DIMENSIONS), {
      minLength: 1,
      maxLength: 3,
    }),
    scope,
  }),
  fc.record({ view: fc.constant('person'), scope, nth: fc.nat(50) }),
  fc.record({
    view: fc.constantFrom(
      'lineage',
      'probes',
      'training',
      'experiments',
      'ecosystem',
      'serving',
      'changes',
      'tickets',
    ),
  }),
  fc.record({ view: fc.constant('runbook'), id: name }),
  fc.record({ view: fc.constant('differs'), metric }),
);

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    test: fc.constant('replay'),
    swap: fc.constantFrom('model', 'history', 'generator', 'popularity'),
    to: name,
    scope,
  }),
  fc.record({ test: fc.constant('shadow'), a: name, b: name, scope }),
  fc.record({ test: fc.constant('reroute'), to: name, scope }),
  fc.record({ test: fc.constant('event-audit'), build: name }),
  fc.record({ test: fc.constant('golden'), version: name }),
  fc.record({ test: fc.constant('parity'), scope }),
  fc.record({
    test: fc.constant('label-diff'),
    by: fc.constant('window'),
    sinceTick: fc.nat(50_000),
    scope,
  }),
  fc.record({ test: fc.constant('label-diff'), by: fc.constant('pair'), a: name, b: name, scope }),
  fc.record({ test: fc.constant('similar'), metric, sinceTick: fc.nat(50_000), scope }),
  fc.record({ test: fc.constant('effects'), metric, scope }),
);

type Fields<K extends InterventionKind> = Omit<Extract<InterventionSpec, { kind: K }>, 'kind'>;

const nothing = fc.constant({});
const source = fc.constantFrom(...GENERATORS);
const routed = fc.record({ to: name, scope });

const FIELDS: { readonly [K in InterventionKind]: fc.Arbitrary<Fields<K>> } = {
  'freeze-deploys': nothing,
  'stop-ramp': fc.record({ rollout: name }),
  'pin-model': fc.record({ version: name }),
  'stop-promotion': nothing,
  'pause-arm': fc.record({ rollout: name }),
  'pause-release': fc.record({ build: name }),
  'skip-training': nothing,
  'stop-job': fc.record({ job: fc.constantFrom('re-embedding', 'deletion') }),
  'suspend-robots': nothing,
  'rollback-model': routed,
  'route-cohort': routed,
  'promote-model': fc.record({ version: name }),
  'nonfinite-guard': nothing,
  'kill-generator': fc.record({ generator: source }),
  'dedupe-events': fc.record({ event: fc.constantFrom('impression', 'save'), build: name }),
  'quarantine-rows': fc.record({ scope, sinceTick: tick }),
  retrain: fc.record({ recipe: fc.constantFrom('plain', 'debiased', 'random-slice') }),
  'exposure-cap': fc.record({ perDay: number }),
  exploration: fc.record({ share: number }),
  diversity: fc.record(
    { factor: number, axis: fc.constantFrom('topic', 'look') },
    { requiredKeys: ['factor'] },
  ),
  'normalise-popularity': nothing,
  'fix-client': fc.record({ build: name }),
  'revert-setting': fc.record({ setting: fc.constantFrom(...SETTINGS) }),
  'feature-fallback': fc.record({ feature: fc.constantFrom(...FEATURES) }),
  'pin-consumer': fc.record({ surface: fc.constantFrom(...SURFACES) }),
  'index-alias': fc.record({ source }),
  'revert-tower': fc.record({ source }),
  'rebuild-index': fc.record({ source }),
  'purge-cache': fc.record({ gradual: fc.boolean() }),
  'scale-up': fc.record({ pool: name, factor: number }),
  'shed-load': fc.record({ share: number }),
  'retry-budget': nothing,
  'overflow-to-light': nothing,
  'replicate-keys': nothing,
  'image-provider': nothing,
  'drain-pool': fc.record({ pool: name }),
  recalibrate: fc.record({ head: fc.constantFrom(...HEADS) }),
  'restore-history': fc.record({ honourErasures: fc.boolean() }),
  'cold-start': nothing,
  'fail-closed': nothing,
  'filter-off': nothing,
  'spam-rule': fc.record({ breadth: fc.constantFrom('narrow', 'broad') }),
  'newcomer-floor': fc.record({ logit: number }),
  'notification-bar': fc.record({ factor: number }),
  'exclusive-arms': fc.record({ rollout: name, than: name }),
};

export const intervention: fc.Arbitrary<InterventionSpec> = fc.oneof(
  ...Object.entries(FIELDS).map(([kind, fields]: [string, fc.Arbitrary<object>]) =>
    fields.map((value) => ({ kind, ...value }) as InterventionSpec),
  ),
);

const radius: fc.Arbitrary<RadiusClaim> = fc.record({
  reading: fc.option(scope),
  hurtNow: fc.option(scope),
  hurtLater: fc.option(scope),
  witness: fc.option(scope),
  sinceTick: fc.option(tick),
  severity: fc.option(fc.constantFrom('none', 'low', 'high', 'critical')),
});

const note: fc.Arbitrary<NoteDraft> = fc.record({
  audience: fc.constantFrom('team', 'partners', 'creators'),
  claims: fc.array(fc.record({ offer: name, register: name }), { maxLength: 3 }),
  nextUpdateMinutes: fc.option(fc.nat(600)),
});

const triggered: fc.Arbitrary<{ trigger?: WaitTrigger }> = fc.oneof(
  fc.constant({}),
  fc.record({
    trigger: fc.record({
      metric,
      scope,
      op: fc.constantFrom('above', 'below'),
      percentOfBaseline: number,
    }),
  }),
);

export const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(look, predicted).map(([l, p]): Command => ({ kind: 'look', look: l, ...p })),
  fc.tuple(test, predicted).map(([t, p]): Command => ({ kind: 'test', test: t, ...p })),
  fc.record({ kind: fc.constant('declare'), radius }),
  fc.record({
    kind: fc.constant('hypothesise'),
    sentence: fc.record({
      mechanism: fc.constantFrom(...Object.keys(MECHANISM_WORDS)),
      component: fc.constantFrom(...Object.keys(COMPONENT_WORDS)),
      sinceTick: fc.option(tick),
      metric,
      hits: scope,
      spares: scope,
    }),
    confidence,
  }),
  fc.record({ kind: fc.constant('suspect'), suspect: name, confidence }),
  fc.record({ kind: fc.constant('confidence'), hypothesis: name, confidence }),
  fc.record({
    kind: fc.constant('link'),
    hypothesis: name,
    reading: name,
    relation: fc.constantFrom('supports', 'refutes', 'none'),
  }),
  fc.record({ kind: fc.constant('strike'), hypothesis: name, struck: fc.boolean() }),
  fc.record({ kind: fc.constant('pin'), reading: name, pinned: fc.boolean() }),
  fc.record({ kind: fc.constant('act'), act: intervention }),
  fc.record({ kind: fc.constant('undo'), intervention: name }),
  fc.record({ kind: fc.constant('ask'), who: name, about: name }),
  fc.record({ kind: fc.constant('say'), note }),
  fc
    .tuple(fc.nat(5000), triggered)
    .map(([minutes, t]): Command => ({ kind: 'wait', minutes, ...t })),
  fc.tuple(fc.nat(20), triggered).map(([days, t]): Command => ({ kind: 'next-day', days, ...t })),
  fc.record(
    {
      kind: fc.constant('close' as const),
      cause: fc.option(fc.oneof(name, fc.constant('strike'))),
      confidence,
      prevention: fc.option(fc.oneof(name, fc.constant('strike'))),
      struck: fc
        .uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 12 })
        .map((numbers) => numbers.toSorted((a, b) => a - b)),
    },
    { requiredKeys: ['kind', 'cause', 'confidence', 'prevention'] },
  ),
);
