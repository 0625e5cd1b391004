import { expect, test } from 'vitest';
import { onsetOf } from '../../src/bots/careful/onset.ts';
import type { SeriesPanel } from '../../src/session/view.ts';

/** A plot of points in standard errors of one per cent around 100; `deviation`: the headline's. */
function plot(points: readonly (number | null)[], deviation: number): SeriesPanel {
  const values = points.map((errors) => (errors === null ? null : 100 + errors));
  return {
    id: 'p',
    reading: 'p@0',
    title: '',
    look: null,
    test: null,
    openedAt: '',
    summary: '',
    pinned: false,
    answer: null,
    help: '',
    kind: 'series',
    worse: 'down',
    unit: '%',
    ticks: points.map((_, i) => 60 * i),
    tickLabels: [],
    lines: [
      {
        key: '',
        label: '',
        values,
        baseline: points.map(() => 100),
        deviation,
        error: 1,
        weekBefore: null,
      },
    ],
    band: 0.02,
    lead: 0,
    past: '',
    markers: [],
  };
}

test('it began where the series last left its noise', () => {
  expect(onsetOf(plot([0, 1, -1, 0, -5, -6, -5], -5))).toBe(4 * 60);
  expect(onsetOf(plot([0, -1, 0, 4, 5, 5], 5))).toBe(3 * 60);
});

test('what came and went is not when it began', () => {
  expect(onsetOf(plot([0, -4, 3, 2, 0, -5, -6], -6))).toBe(5 * 60);
});

test('a point inside the noise, or a missing one, does not end it', () => {
  expect(onsetOf(plot([0, -5, -5, 0, null, -5], -5))).toBe(60);
});

test('a slow rise began at its foot, from an eighth of where it ends, and not where it is steepest', () => {
  expect(onsetOf(plot([0, 0, 2, 4, 8, 16, 30], 30))).toBe(3 * 60);
});

test('where it is far off in the end, what was off by little before was another matter', () => {
  expect(onsetOf(plot([-4, -9, -9, -3, 5, 5, -30, -60, -60], -60))).toBe(6 * 60);
});

test('a series inside its noise began nowhere', () => {
  expect(onsetOf(plot([0, 0.9, -1, 0, 0.8], 0.5))).toBeNull();
});
