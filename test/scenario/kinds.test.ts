/** Every fault, shape and order as an author writes it, and what the simulator is told. */
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../src/scenario/compileClocks.ts';
import { compileFault, compileIntervention } from '../../src/scenario/compileWorld.ts';
import { FaultSchema } from '../../src/scenario/schemaFaults.ts';
import { InterventionSchema } from '../../src/scenario/schemaInterventions.ts';
import { FAULT_KINDS, type FaultKind, type FaultShape } from '../../src/sim/faults.ts';
import type { InterventionKind } from '../../src/sim/interventions.ts';

const clocks = clocksOf({ world: { page: 'Tue 14:05', history: '14d' } });
const PAGE = 15 * 1440 + 14 * 60 + 5;

type Fields = Readonly<Record<string, unknown>>;
/** As written, and as read where that differs. */
type Example = readonly [written: Fields, read?: Fields];

const FAULTS: Readonly<Record<FaultKind, Example>> = {
  'history-truncation': [{ version: 'v8', keep: 60 }],
  'non-finite-scores': [
    { version: 'v8', head: 'dwell', above: 300 },
    { version: 'v8', head: 'dwell', aboveActions: 300 },
  ],
  'lost-shards': [{ source: 'similar', shards: 5 }],
  'embedding-skew': [
    { source: 'interest', agreement: '8 %', heals: '9h' },
    { source: 'interest', agreement: 0.08, healMinutes: 540 },
  ],
  'stale-index': [{}],
  quota: [{ source: 'similar', factor: 2.25 }],
  feature: [
    { feature: 'locality', becomes: 'default', value: 0, share: '40 %' },
    { feature: 'locality', becomes: 'default', value: 0, share: 0.4 },
  ],
  'stale-features': [{}],
  'stale-histories': [{ share: '40 %' }, { share: 0.4 }],
  'shard-defaults': [{ shard: 11 }],
  'lost-history': [{ share: '5 %' }, { share: 0.05 }],
  'cold-start-prior': [{ pseudoCounts: 3 }],
  'utility-weight': [{ head: 'hide', factor: 0.01 }],
  'score-shift': [{ head: 'save', logit: 0.3 }],
  'tier-shift': [{ tier: 'new', logit: -0.5 }],
  'topic-shift': [
    { topics: ['weddings', 'birthday cakes'], logit: 1, learned: true },
    { topics: [1, 13], logit: 1, learned: true },
  ],
  'dropped-best': [{ share: '10 %' }, { share: 0.1 }],
  diversity: [{ topic: 0, look: 1 }],
  exploration: [{ factor: 0 }],
  'reserved-slots': [{ slots: [3, 7] }, { slots: [2, 6] }],
  'unhashed-dropped': [{}],
  'over-blocking': [
    { topics: ['quilts'], share: '6 %' },
    { topics: [4], languages: [], share: 0.06 },
  ],
  'fails-open': [{ share: '12 %' }, { share: 0.12 }],
  'slate-cache': [{ kept: '25h' }, { minutes: 1500 }],
  'unnormalised-popularity': [
    { exponent: 1.6, quota: 2 },
    { exponent: 1.6, quotaFactor: 2 },
  ],
  'arm-leak': [{ share: '12 %' }, { share: 0.12 }],
  latency: [{ ms: 180 }],
  traffic: [{ factor: 1.8 }],
  capacity: [{ pool: 'main', factor: 0.7 }],
  retries: [{ times: 3 }],
  'hot-shard': [{ shard: 11, factor: 20 }],
  'pool-share': [
    { pool: 'main', share: '14 %' },
    { pool: 'main', share: 0.14 },
  ],
  unpainted: [{ share: '22 %' }, { share: 0.22 }],
  crash: [{ share: '5 %' }, { share: 0.05 }],
  'duplicate-events': [
    { event: 'impression', build: 'android 9.10', extra: '38 %' },
    { event: 'impression', build: 'android 9.10', extra: 0.38 },
  ],
  'lost-events': [
    { event: 'closeup', build: 'android 9.10', share: '20 %' },
    { event: 'closeup', build: 'android 9.10', share: 0.2 },
  ],
  'late-events': [
    { build: 'android 9.10', within: '2h' },
    { build: 'android 9.10', minutes: 120 },
  ],
  'aggregator-loss': [
    { event: 'save', share: '9 %' },
    { event: 'save', share: 0.09 },
  ],
  'misaligned-panels': [{ by: '1h' }, { minutes: 60 }],
  'label-window': [{ window: '2h' }, { minutes: 120 }],
  'shallow-labels': [
    { version: 'v8', share: '70 %' },
    { version: 'v8', share: 0.7 },
  ],
  'label-leak': [
    { version: 'v8', share: '40 %' },
    { version: 'v8', share: 0.4 },
  ],
  'stalled-training': [{}],
  'online-training': [
    { every: '1h', window: '3h', speed: 8 },
    { minutes: 60, window: 180, speed: 8 },
  ],
  'negative-weight': [{ keep: '74 %' }, { keep: 0.74 }],
  'join-loss': [{ share: '30 %' }, { share: 0.3 }],
  season: [
    { topics: ['kitchens'], interest: 0.7, visits: 0.9 },
    { topics: [0], interest: 0.7, visits: 0.9 },
  ],
  campaign: [{ factor: 3 }],
  'lost-onboarding': [{}],
  'save-bots': [{ times: 7, creators: 12 }],
  'clickbait-uploads': [{ appeal: 1, quality: -1 }],
  supply: [{ factor: 0.5 }],
};

describe('faults', () => {
  it.each(FAULT_KINDS)('%s', (kind) => {
    const [written, read = written] = FAULTS[kind];
    const document = FaultSchema.parse({ kind, id: 'it', onset: 'page - 5h', ...written });
    expect(compileFault(document, clocks)).toEqual({
      kind,
      id: 'it',
      onset: PAGE - 300,
      form: { shape: 'step' },
      ...read,
    });
  });

  it.each(FAULT_KINDS)('%s without one of its fields is refused', (kind) => {
    const [written] = FAULTS[kind];
    const optional = new Set(['topics', 'languages', 'heals', 'times']);
    for (const field of Object.keys(written)) {
      if (optional.has(field) && kind !== 'season' && kind !== 'topic-shift') continue;
      if ((kind === 'label-leak' && field === 'share') || field === 'learned') continue;
      const { [field]: _, ...rest } = written;
      expect(FaultSchema.safeParse({ kind, id: 'it', onset: 'page', ...rest }).success, field).toBe(
        false,
      );
    }
  });

  it('heals never where it does not say when', () => {
    const document = FaultSchema.parse({
      kind: 'embedding-skew',
      id: 'it',
      onset: 'page',
      source: 'query',
      agreement: '0 %',
    });
    expect(compileFault(document, clocks)).toMatchObject({ healMinutes: 0 });
  });
});

describe('shapes', () => {
  it.each<readonly [Fields, FaultShape]>([
    [{ form: 'step' }, { shape: 'step' }],
    [
      { form: 'ramp', over: '6h' },
      { shape: 'ramp', minutes: 360 },
    ],
    [
      { form: 'decay', over: '9h' },
      { shape: 'decay', minutes: 540 },
    ],
    [
      { form: 'staircase', every: '30m', steps: 4 },
      { shape: 'staircase', minutes: 30, steps: 4 },
    ],
    [
      { form: 'oscillation', every: '1d' },
      { shape: 'oscillation', minutes: 1440 },
    ],
    [
      { form: 'flap', every: '20m', share: '25 %' },
      { shape: 'flap', minutes: 20, share: 0.25 },
    ],
  ])('%j', (shape, form) => {
    const document = FaultSchema.parse({ kind: 'latency', ms: 9, id: 'it', onset: 'page', shape });
    expect(compileFault(document, clocks).form).toEqual(form);
  });
});

const ACTS: Readonly<Record<InterventionKind, Example>> = {
  'freeze-deploys': [{}],
  'stop-ramp': [{ rollout: 'r' }],
  'pin-model': [{ version: 'v8' }],
  'stop-promotion': [{}],
  'pause-arm': [{ rollout: 'r' }],
  'pause-release': [{ build: 'b' }],
  'skip-training': [{}],
  'stop-job': [{ job: 'deletion' }],
  'suspend-robots': [{}],
  'rollback-model': [{ to: 'v7' }, { to: 'v7', scope: [{}] }],
  'route-cohort': [
    { to: 'v7', scope: { tenure: '0-1 d' } },
    { to: 'v7', scope: [{ tenure: ['0-1 d'] }] },
  ],
  'promote-model': [{ version: 'v8' }],
  'nonfinite-guard': [{}],
  'kill-generator': [{ generator: 'cosave' }],
  'dedupe-events': [{ event: 'save', build: 'b' }],
  'quarantine-rows': [
    { scope: 'everyone', since: 'page - 1h' },
    { scope: [{}], sinceTick: PAGE - 60 },
  ],
  retrain: [{ recipe: 'debiased' }],
  'exposure-cap': [{ perDay: 150 }],
  exploration: [{ share: '8 %' }, { share: 0.08 }],
  diversity: [{ factor: 1.5, axis: 'look' }],
  'normalise-popularity': [{}],
  'fix-client': [{ build: 'b' }],
  'revert-setting': [{ setting: 'top-k' }],
  'feature-fallback': [{ feature: 'seen' }],
  'pin-consumer': [{ surface: 'notifications' }],
  'index-alias': [{ source: 'similar' }],
  'revert-tower': [{ source: 'interest' }],
  'rebuild-index': [{ source: 'similar' }],
  'purge-cache': [{ gradual: true }],
  'scale-up': [{ pool: 'main', factor: 2 }],
  'shed-load': [{ share: '30 %' }, { share: 0.3 }],
  'retry-budget': [{}],
  'overflow-to-light': [{}],
  'replicate-keys': [{}],
  'image-provider': [{}],
  'drain-pool': [{ pool: 'main' }],
  recalibrate: [{ head: 'save' }],
  'restore-history': [{ honourErasures: true }],
  'cold-start': [{}],
  'fail-closed': [{}],
  'filter-off': [{}],
  'spam-rule': [{ breadth: 'narrow' }],
  'newcomer-floor': [{ logit: 0.4 }],
  'notification-bar': [{ factor: 1.2 }],
  'exclusive-arms': [{ rollout: 'r', than: 's' }],
};

describe('orders', () => {
  it.each(Object.entries(ACTS))('%s', (kind, [written, read = written]) => {
    const document = InterventionSchema.parse({ kind, ...written });
    expect(compileIntervention(document, clocks)).toEqual({ kind, ...read });
  });

  it('leave out what may be left out', () => {
    const document = InterventionSchema.parse({ kind: 'diversity', factor: 2 });
    expect(compileIntervention(document, clocks)).toEqual({ kind: 'diversity', factor: 2 });
  });
});
