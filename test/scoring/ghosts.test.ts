/** Scripted players beside the harm curves: each from the page, on the chart's grid, in the chart's unit. */
import { expect, test } from 'vitest';
import type { HarmChart } from '../../src/scoring/debrief.ts';
import { ghostsOn } from '../../src/ui/debrief/ghostLines.ts';
import { atThinPage, EARLY_FAST } from '../session/cases.ts';
import { session } from '../session/compiled.ts';

test(
  'one plays from the page to the horizon, alike each time, and leaves the page as it was',
  { timeout: 240_000 },
  () => {
    const world = { ...EARLY_FAST.world, harmHorizon: 120 };
    const page = { ...atThinPage(), scenario: { ...EARLY_FAST, world } };
    const before = page.pair.live.tick;
    const ghost = session.createGhosts(page);
    const parts: number[] = [];
    const first = ghost('runbook-reader', (done) => parts.push(done));
    expect(parts).toEqual([1 / 3, 2 / 3]);
    expect(first).toMatchObject({
      id: 'runbook-reader',
      label: expect.stringMatching(/^Runbook reader/),
    });
    // A point every half hour.
    expect(first.values).toHaveLength(5);
    expect(first.values[0]).toBe(0);
    expect(first.values.every(Number.isFinite)).toBe(true);
    expect(page.pair.live.tick).toBe(before);
    expect(page.commands).toEqual([]);
    expect(ghost('runbook-reader')).toEqual(first);
  },
);

test('on the chart they are in its unit, and called by who they are', () => {
  const chart = { perMillion: 1000 } as HarmChart;
  const [one] = ghostsOn(chart, [
    { id: 'tourist', label: 'Tourist: opens everything, then guesses', values: [0, 0.25] },
  ]);
  expect(one).toEqual({ id: 'tourist', label: 'Tourist', values: [0, 250], total: 250 });
});
