import { describe, expect, it } from 'vitest';
import { nearestOf, proveLibrary } from '../../src/proof/balance.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { SOUND } from './variants.ts';

const GUILTY = SOUND;
const INNOCENT: CompiledScenario = { ...SOUND, faults: [] };
const ABSENT: CompiledScenario = { ...SOUND, world: { ...SOUND.world, rollouts: [] } };
const EVEN = [GUILTY, INNOCENT, ABSENT];
const plays = (best: number, of: number): { scenario: string; seed: string; best: boolean }[] =>
  Array.from({ length: of }, (_, i) => ({ scenario: 's', seed: `seed-${i}`, best: i < best }));

describe('the nearest change', () => {
  it('is a roll-out that a fault lives in, one that none does, or none that is near', () => {
    expect(nearestOf(GUILTY)).toBe('guilty');
    expect(nearestOf(INNOCENT)).toBe('innocent');
    expect(nearestOf(ABSENT)).toBe('absent');
    const long = SOUND.world.rollouts.map((r) => ({
      ...r,
      stages: r.stages.map((s) => ({ ...s, tick: s.tick - 5 * 1440 })),
    }));
    expect(nearestOf({ ...SOUND, world: { ...SOUND.world, rollouts: long } })).toBe('absent');
  });

  it('also where the fault is of the arm and not of the version', () => {
    const [fault] = SOUND.faults;
    const scoped = { ...fault!, kind: 'latency' as const, ms: 90, scope: [{ arm: ['v42'] }] };
    expect(nearestOf({ ...SOUND, faults: [scoped] })).toBe('guilty');
  });
});

describe('a library', () => {
  it('in which each is a third and going back is right in a quarter, is balanced', () => {
    expect(proveLibrary(EVEN, plays(1, 4)).verdict).toBe('proven');
  });

  it('in which one is rare or usual, is not', () => {
    expect(proveLibrary([GUILTY, INNOCENT, INNOCENT], plays(1, 4)).witness).toContain('innocent');
    expect(proveLibrary([...EVEN, ...EVEN, ABSENT], plays(1, 4)).verdict).toBe('proven');
    expect(proveLibrary([GUILTY, GUILTY, GUILTY, INNOCENT], plays(1, 4)).verdict).toBe('refuted');
  });

  it('in which going back is never right, teaches never to go back', () => {
    const proof = proveLibrary(EVEN, plays(1, 5));
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('20 % of 5 plays');
  });

  it('of which nothing was measured, is not settled', () => {
    expect(proveLibrary(EVEN, []).verdict).toBe('budget exhausted');
  });
});
