/** Who is touched by a fault with several bounds can be read by cutting one thing after another. */
import { expect, it } from 'vitest';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { session } from '../session/compiled.ts';
import { SOON } from './variants.ts';

const { pageTick } = SOON.world;

/** One kind of device, some of its people, and only the small ones: no cut by two things is of them alone. */
const BOUNDED: CompiledScenario = {
  ...SOON,
  page: { ...SOON.page, rule: { ...SOON.page.rule, metric: 'sessions' } },
  faults: [
    {
      id: 'never-starts',
      kind: 'crash',
      share: 1,
      scope: [{ platform: ['android'], tier: ['low'], activity: ['casual', 'returning'] }],
      onset: pageTick - 24 * 60,
      form: { shape: 'step' },
    },
  ],
  references: [],
  wrong: [],
};

it('is read of those whom all other bounds set apart', () => {
  const { radius } = session.measureLines(BOUNDED, 'ash');
  expect(radius.touched).toBe('some');
  expect(radius.reading).toMatch(/^sessions of .+ by \w+: .+ is off, .+ is not$/);
});
