import { describe, expect, test } from 'vitest';
import type { InterventionKind, InterventionSpec } from '../../src/sim/interventions.ts';
import type { World } from '../../src/sim/world.ts';
import { sim } from './compiled.ts';

const { worldAt, advance, step, order, undo, forkWorld, DAY, INTERVENTION_PRICES, model, rollout } =
  sim;

/** One of every kind, as an engineer would give it in the world below. */
const ONE_OF_EACH: Readonly<Record<InterventionKind, InterventionSpec>> = {
  'freeze-deploys': { kind: 'freeze-deploys' },
  'stop-ramp': { kind: 'stop-ramp', rollout: 'ramp' },
  'pin-model': { kind: 'pin-model', version: 'v1.d1' },
  'stop-promotion': { kind: 'stop-promotion' },
  'pause-arm': { kind: 'pause-arm', rollout: 'ramp' },
  'pause-release': { kind: 'pause-release', build: 'ios 2' },
  'skip-training': { kind: 'skip-training' },
  'rollback-model': { kind: 'rollback-model', to: 'v1', scope: [{}] },
  'route-cohort': { kind: 'route-cohort', to: 'v2', scope: [{ activity: ['core'] }] },
  'promote-model': { kind: 'promote-model', version: 'v2' },
  'nonfinite-guard': { kind: 'nonfinite-guard' },
  'kill-generator': { kind: 'kill-generator', generator: 'popular' },
  'dedupe-events': { kind: 'dedupe-events', event: 'impression', build: 'android 1' },
  'quarantine-rows': { kind: 'quarantine-rows', scope: [{ build: ['web'] }], sinceTick: 0 },
  retrain: { kind: 'retrain', recipe: 'plain' },
  'exposure-cap': { kind: 'exposure-cap', perDay: 20 },
  exploration: { kind: 'exploration', share: 0.2 },
  diversity: { kind: 'diversity', factor: 2 },
  'normalise-popularity': { kind: 'normalise-popularity' },
  'fix-client': { kind: 'fix-client', build: 'android 1' },
  'stop-job': { kind: 'stop-job', job: 'deletion' },
  'suspend-robots': { kind: 'suspend-robots' },
  'revert-setting': { kind: 'revert-setting', setting: 'diversity' },
  'feature-fallback': { kind: 'feature-fallback', feature: 'save-rate' },
  'pin-consumer': { kind: 'pin-consumer', surface: 'notifications' },
  'index-alias': { kind: 'index-alias', source: 'similar' },
  'revert-tower': { kind: 'revert-tower', source: 'interest' },
  'rebuild-index': { kind: 'rebuild-index', source: 'similar' },
  'purge-cache': { kind: 'purge-cache', gradual: true },
  'scale-up': { kind: 'scale-up', pool: 'main', factor: 1.5 },
  'shed-load': { kind: 'shed-load', share: 0.1 },
  'retry-budget': { kind: 'retry-budget' },
  'overflow-to-light': { kind: 'overflow-to-light' },
  'replicate-keys': { kind: 'replicate-keys' },
  'image-provider': { kind: 'image-provider' },
  'drain-pool': { kind: 'drain-pool', pool: 'main' },
  recalibrate: { kind: 'recalibrate', head: 'save' },
  'restore-history': { kind: 'restore-history', honourErasures: true },
  'cold-start': { kind: 'cold-start' },
  'fail-closed': { kind: 'fail-closed' },
  'filter-off': { kind: 'filter-off' },
  'spam-rule': { kind: 'spam-rule', breadth: 'narrow' },
  'newcomer-floor': { kind: 'newcomer-floor', logit: 0.2 },
  'notification-bar': { kind: 'notification-bar', factor: 1.2 },
  'exclusive-arms': { kind: 'exclusive-arms', rollout: 'ramp', than: 'ramp' },
};
const KINDS = Object.keys(ONE_OF_EACH) as InterventionKind[];

const START = 2 * DAY + 600;
const base = worldAt(START, 'oak', { rollouts: [rollout([{ tick: 0, share: 0.3 }])] });

function stateOf(world: World, id: string): string | undefined {
  return world.applied.find((a) => a.id === id)?.state;
}

describe('an order', () => {
  test.each(KINDS)('%s takes effect exactly after its cost and its lag', (kind) => {
    const world = forkWorld(base);
    const { cost, lag } = INTERVENTION_PRICES[kind];
    const before = JSON.stringify(world.control);
    const snapshots = world.lines[0]!.snapshots.length;
    order(world, 'it', ONE_OF_EACH[kind]);
    expect(stateOf(world, 'it')).toBe('under way');
    // Days of lag need not be lived through to see the last minute of them.
    const due = START + cost + lag;
    if (lag > DAY) world.tick = due;
    else advance(world, due);
    expect(stateOf(world, 'it')).toBe('under way');
    expect(JSON.stringify(world.control)).toBe(before);
    step(world);
    expect(stateOf(world, 'it')).toBe('in effect');
    if (kind === 'retrain') expect(world.lines[0]!.snapshots.length).toBe(snapshots + 1);
    else expect(JSON.stringify(world.control)).not.toBe(before);
  });

  test.each(KINDS.filter((kind) => INTERVENTION_PRICES[kind].reversible))(
    '%s taken back leaves the control plane as it was, and other orders in force',
    (kind) => {
      const world = forkWorld(base);
      const before = JSON.stringify(world.control);
      order(world, 'it', ONE_OF_EACH[kind]);
      advance(world, START + 75);
      undo(world, 'it');
      expect(stateOf(world, 'it')).toBe('undone');
      expect(JSON.stringify(world.control)).toBe(before);

      const other = kind === 'exploration' ? 'diversity' : 'exploration';
      const two = forkWorld(base);
      order(two, 'other', ONE_OF_EACH[other]);
      advance(two, START + 75);
      const alone = JSON.stringify(two.control);
      order(two, 'it', ONE_OF_EACH[kind]);
      advance(two, START + 150);
      expect(JSON.stringify(two.control)).not.toBe(alone);
      undo(two, 'it');
      expect(JSON.stringify(two.control)).toBe(alone);
    },
  );

  test('taken back while under way never happens', () => {
    const world = forkWorld(base);
    const before = JSON.stringify(world.control);
    order(world, 'it', ONE_OF_EACH['nonfinite-guard']);
    advance(world, START + 30);
    undo(world, 'it');
    advance(world, START + 100);
    expect(stateOf(world, 'it')).toBe('undone');
    expect(JSON.stringify(world.control)).toBe(before);
  });

  test.each([
    ['its artefact was not kept', { artefact: false }, 'not kept'],
    ['its features are gone', { featuresServed: false }, 'no longer served'],
  ])('back to a version fails with the reason when %s', (_, missing, words) => {
    const ready = { artefact: true, rehearsedDaysAgo: null, featuresServed: true, ...missing };
    const world = worldAt(100, 'oak', { models: [model('v1'), model('v0', { ready })] });
    const before = JSON.stringify(world.control);
    order(world, 'back', { kind: 'rollback-model', to: 'v0', scope: [{}] });
    advance(world, 100 + 14);
    expect(stateOf(world, 'back')).toBe('under way');
    step(world);
    const applied = world.applied[0]!;
    expect(applied.state).toBe('failed');
    expect(applied.note).toContain(words);
    expect(applied.note).toContain('v0');
    expect(JSON.stringify(world.control)).toBe(before);
    expect(world.events.at(-1)).toMatchObject({ kind: 'failed', tick: 114 });
  });

  test('to a version that never was fails', () => {
    const world = forkWorld(base);
    order(world, 'x', { kind: 'promote-model', version: 'v9' });
    advance(world, START + 20);
    expect(world.applied[0]).toMatchObject({ state: 'failed', note: 'there is no version v9' });
  });
});
