/** Whatever is ordered, in whatever order: the world goes on, and its numbers stay numbers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { Scope } from '../../src/sim/segments.ts';
import { sim } from '../sim/compiled.ts';

const { forkWorld, order, undo, advance, troubles, worldAt, DAY, rollout, stateHash } = sim;

const form = { shape: 'step' } as const;
const start = worldAt(DAY + 900, 'oak', { rollouts: [rollout([{ tick: DAY, share: 0.4 }])] }, [
  { id: 'a', kind: 'history-truncation', version: 'v2', keep: 40, onset: DAY, form },
  {
    id: 'b',
    kind: 'non-finite-scores',
    version: 'v2',
    head: 'save',
    aboveActions: 200,
    onset: DAY,
    form,
  },
  {
    id: 'c',
    kind: 'duplicate-events',
    event: 'impression',
    build: 'web',
    extra: 1.7,
    onset: DAY,
    form,
  },
  { id: 'd', kind: 'unnormalised-popularity', exponent: 2, quotaFactor: 3, onset: DAY, form },
]);

const scope: fc.Arbitrary<Scope> = fc.constantFrom<Scope[]>(
  [{}],
  [],
  [{ activity: ['core'] }],
  [{ arm: ['v2'], platform: ['ios', 'web'] }, { region: ['JP'] }],
  [{ model: ['v1'], surface: ['related'] }],
);
const buildName = fc.constantFrom('android 1', 'ios 2', 'web', 'no such build');
/** Sensible, borderline and senseless: the session refuses the last, the simulator must merely live through them. */
const size = fc.constantFrom(0, 0.04, 0.5, 1, 2, 30, 1e9, -1);
const version = fc.constantFrom('v1', 'v2', 'v1.d1', 'v9');

const anySpec: fc.Arbitrary<InterventionSpec> = fc.oneof(
  fc.constantFrom<InterventionSpec>(
    { kind: 'freeze-deploys' },
    { kind: 'stop-promotion' },
    { kind: 'skip-training' },
    { kind: 'nonfinite-guard' },
    { kind: 'normalise-popularity' },
    { kind: 'stop-ramp', rollout: 'ramp' },
    { kind: 'pause-arm', rollout: 'ramp' },
    { kind: 'stop-ramp', rollout: 'no such rollout' },
  ),
  version.map((v): InterventionSpec => ({ kind: 'pin-model', version: v })),
  version.map((v): InterventionSpec => ({ kind: 'promote-model', version: v })),
  fc
    .record({ to: version, scope })
    .map((r): InterventionSpec => ({ kind: 'rollback-model', ...r })),
  fc
    .record({ to: version, scope: fc.constant<Scope>([{ activity: ['core'] }]) })
    .map((r): InterventionSpec => ({ kind: 'route-cohort', ...r })),
  buildName.map((build): InterventionSpec => ({ kind: 'pause-release', build })),
  buildName.map((build): InterventionSpec => ({ kind: 'fix-client', build })),
  fc
    .record({ event: fc.constantFrom('impression' as const, 'save' as const), build: buildName })
    .map((r): InterventionSpec => ({ kind: 'dedupe-events', ...r })),
  fc
    .constantFrom('interest', 'similar', 'popular', 'fresh')
    .map((generator): InterventionSpec => ({ kind: 'kill-generator', generator })),
  fc
    .record({ scope, sinceTick: fc.constantFrom(0, DAY, 1e9) })
    .map((r): InterventionSpec => ({ kind: 'quarantine-rows', ...r })),
  fc
    .constantFrom('plain', 'debiased', 'random-slice')
    .map((recipe): InterventionSpec => ({ kind: 'retrain', recipe })),
  size.map((perDay): InterventionSpec => ({ kind: 'exposure-cap', perDay })),
  size.map((share): InterventionSpec => ({ kind: 'exploration', share })),
  size.map((factor): InterventionSpec => ({ kind: 'diversity', factor })),
);

/** Routing by `model` asks what the answer is: the session refuses it, and so does this. */
const legal = anySpec.filter(
  (s) =>
    !('scope' in s && s.kind !== 'quarantine-rows' && s.scope.some((c) => c.model !== undefined)),
);

const moves = fc.array(
  fc.record({
    spec: fc.option(legal, { nil: null }),
    undo: fc.nat(6),
    wait: fc.constantFrom(0, 1, 15, 90, 300),
  }),
  { minLength: 1, maxLength: 7 },
);

test('no sequence of orders breaks the state', () => {
  fc.assert(
    fc.property(moves, (sequence) => {
      const world = forkWorld(start);
      sequence.forEach((move, k) => {
        if (move.spec === null) undo(world, `m${move.undo}`);
        else order(world, `m${k}`, move.spec);
        advance(world, world.tick + move.wait);
      });
      // Over midnight and the training.
      advance(world, Math.max(world.tick, 2 * DAY + 130));
      expect(troubles(world)).toEqual([]);
      for (const applied of world.applied)
        if (applied.effectTick < world.tick) expect(applied.state).not.toBe('under way');
    }),
    { numRuns: 25, seed: 41 },
  );
});

test('undoing everything gives the control plane of the start', () => {
  const control = JSON.stringify(start.control);
  fc.assert(
    fc.property(fc.array(legal, { minLength: 1, maxLength: 5 }), (specs) => {
      const world = forkWorld(start);
      specs.forEach((s, k) => order(world, `m${k}`, s));
      advance(world, world.tick + 75);
      specs.forEach((_, k) => undo(world, `m${k}`));
      expect(JSON.stringify(world.control)).toBe(control);
    }),
    { numRuns: 15, seed: 42 },
  );
});

test('a fork at any minute goes on as the original', () => {
  fc.assert(
    fc.property(fc.array(legal, { maxLength: 3 }), fc.nat(400), (specs, minute) => {
      const world = forkWorld(start);
      specs.forEach((s, k) => order(world, `m${k}`, s));
      advance(world, start.tick + minute);
      const fork = forkWorld(world);
      advance(world, start.tick + 700);
      advance(fork, start.tick + 700);
      expect(stateHash(fork)).toBe(stateHash(world));
    }),
    { numRuns: 12, seed: 43 },
  );
});
