import { describe, expect, it } from 'vitest';
import { isAverted } from '../../src/incident/averted.ts';
import { NO_FACTS } from '../../src/incident/facts.ts';
import type { ChartSpec, Condition } from '../../src/scenario/compiled.ts';

const deadline = { id: 'ramp', label: 'It goes to everybody', atTick: 500 };
const reached: Condition = { if: 'reached', tick: 500 };
const unheld: Condition = { if: 'not-acted', kinds: ['stop-ramp', 'freeze-deploys'] };

const chart = (...whens: readonly Condition[]): ChartSpec => ({
  initial: 'paged',
  states: [
    {
      id: 'paged',
      final: false,
      entry: [],
      transitions: whens.map((when) => ({ to: 'paged', when, effects: [] })),
    },
  ],
});
const held = { ...NO_FACTS, acted: ['stop-ramp' as const] };

describe('a deadline', () => {
  it('is averted by an order that the chart asks to be missing at that tick', () => {
    const asking = chart({ if: 'all', of: [reached, unheld] });
    expect(isAverted(asking, deadline, NO_FACTS)).toBe(false);
    expect(isAverted(asking, deadline, held)).toBe(true);
    expect(isAverted(asking, deadline, { ...NO_FACTS, acted: ['retrain'] })).toBe(false);
  });

  it('is not where the chart does something then anyhow, or nothing at all, or at another tick', () => {
    expect(isAverted(chart(reached), deadline, held)).toBe(false);
    expect(isAverted(chart({ if: 'all', of: [reached, unheld] }, reached), deadline, held)).toBe(
      false,
    );
    expect(isAverted(chart(), deadline, held)).toBe(false);
    expect(
      isAverted(chart({ if: 'all', of: [{ if: 'reached', tick: 501 }, unheld] }), deadline, held),
    ).toBe(false);
  });
});
