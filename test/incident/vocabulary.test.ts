import { describe, expect, it } from 'vitest';
import { CONDITIONS, EFFECTS } from '../../src/incident/vocabulary.ts';
import { buildIncidentMachine } from '../../src/incident/chart.ts';
import type { Condition, Effect } from '../../src/scenario/compiled.ts';
import { CONDITION_ENTRIES, EFFECT_ENTRIES } from '../../src/scenario/vocabulary.ts';

describe('the vocabulary', () => {
  it('is the same for the linter and the machine', () => {
    expect(Object.keys(CONDITIONS).toSorted()).toEqual(Object.keys(CONDITION_ENTRIES).toSorted());
    expect(Object.keys(EFFECTS).toSorted()).toEqual(Object.keys(EFFECT_ENTRIES).toSorted());
  });

  it('does not compile without every kind, nor with one too many', () => {
    const { elapsed: _elapsed, ...withoutElapsed } = CONDITIONS;
    const { ramp: _ramp, ...withoutRamp } = EFFECTS;
    // @ts-expect-error a condition kind is missing
    const conditions: typeof CONDITIONS = withoutElapsed;
    // @ts-expect-error an effect kind is missing
    const effects: typeof EFFECTS = withoutRamp;
    // @ts-expect-error there is no such condition
    const condition: Condition = { if: 'full-moon' };
    // @ts-expect-error there is no such effect
    const effect: Effect = { do: 'pray' };
    expect([conditions, effects, condition, effect]).toHaveLength(4);
  });

  it('refuses an effect that came past the compiler, instead of ignoring it', () => {
    const effect = { do: 'pray' } as unknown as Effect;
    const states = [{ id: 'paged', final: false, entry: [effect], transitions: [] }];
    expect(() => buildIncidentMachine({ initial: 'paged', states })).toThrow('No effect pray');
  });
});
