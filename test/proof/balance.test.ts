import { describe, expect, it } from 'vitest';
import { nearestOf, proveLibrary } from '../../src/proof/balance.ts';
import type { LinesHarm } from '../../src/proof/evidence.ts';
import { reversalsOf } from '../../src/proof/prove.ts';
import { undoesNearest } from '../../src/proof/reversal.ts';
import type { CompiledScenario, PlayLine } from '../../src/scenario/compiled.ts';
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

describe('reversing it', () => {
  const back = {
    id: 'back',
    label: 'v41 again, and held',
    steps: [{ afterMinutes: 10, act: { kind: 'rollback-model', to: 'v41', scope: [{}] } }],
  } as const;
  const lived = (rollback: number, own: number, other: number): LinesHarm[] => [
    {
      seed: 'seed-1',
      nothing: { harm: 10 },
      rollback: { harm: rollback },
      references: [
        { line: 'back', harm: own },
        { line: 'route', harm: other },
      ],
    },
  ];
  const playedBy = (...references: CompiledScenario['references']): CompiledScenario => ({
    ...SOUND,
    references,
  });
  const route = SOUND.references[0]!;
  const best = (
    lines: readonly LinesHarm[],
    scenario = playedBy(back, { ...route, id: 'route' }),
  ): boolean[] => reversalsOf(scenario, lines).map((r) => r.best);

  it('is a good move alone, or where the best line makes it', () => {
    expect(best(lived(1, 1, 1))).toEqual([true]);
    expect(best(lived(6, 1, 1))).toEqual([true]);
  });

  it('is none where what is best leaves the change alone', () => {
    expect(best(lived(6, 5, 1))).toEqual([false]);
    expect(best(lived(6, 1, 1), playedBy({ ...route, id: 'route' }))).toEqual([false]);
  });

  it('is for everybody, and of the newest', () => {
    const act = back.steps[0].act;
    const only = {
      ...back,
      steps: [{ afterMinutes: 10, act: { ...act, scope: [{ region: ['EU-W'] }] } }],
    };
    expect(undoesNearest(SOUND, back)).toBe(true);
    expect(undoesNearest(SOUND, only as unknown as PlayLine)).toBe(false);
    const older = { ...back, steps: [{ afterMinutes: 10, act: { ...act, to: 'v40' } }] };
    expect(undoesNearest(SOUND, older)).toBe(false);
    expect(undoesNearest(ABSENT, older)).toBe(true);
    const [rollout] = SOUND.world.rollouts;
    const paused = { kind: 'pause-arm', rollout: rollout!.id } as const;
    expect(undoesNearest(SOUND, { ...back, steps: [{ afterMinutes: 9, act: paused }] })).toBe(true);
    expect(undoesNearest(ABSENT, { ...back, steps: [{ afterMinutes: 9, act: paused }] })).toBe(
      false,
    );
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
