/** What the variable bar offers, and what it shows before anything is chosen. */
import { expect, test } from 'vitest';
import type { View } from '../../src/session/view.ts';
import { timesOf } from '../../src/ui/debrief/moves.tsx';
import { chosenOf, plottables } from '../../src/ui/panels/plottables.ts';

const EVERYONE = [{}];
const view = {
  lens: {
    metric: 'head_share',
    metrics: [{ id: 'save_rate', label: 'Save rate' }],
    dimensions: [{ id: 'build', label: 'build' }],
  },
  ideas: {
    metrics: [{ id: 'item_save_rate', label: 'Save rate of ideas' }],
    cuts: [{ id: 'topic', label: 'topic', own: true }],
  },
  boards: [{ label: 'Voice', gauges: [{ id: 'worth', label: 'Survey', cuts: [], counted: '' }] }],
  radius: { target: EVERYONE, targetLabel: 'everyone' },
} as unknown as View;

test('metrics, ideas and gauges, each with the look that opens it', () => {
  const groups = plottables(view);
  expect(groups.map((group) => group.label)).toEqual(['What people do', 'What ideas get', 'Voice']);
  expect(chosenOf(groups, 'save_rate')?.of.look(['build'])).toEqual({
    view: 'metric',
    metric: 'save_rate',
    by: 'build',
    scope: EVERYONE,
  });
  expect(chosenOf(groups, 'item_save_rate')?.of.mustCut).toBe(true);
});

test('where the lens shows a number that has no plot, the first is chosen and named', () => {
  expect(chosenOf(plottables(view), view.lens.metric)?.id).toBe('save_rate');
  expect(chosenOf([], 'save_rate')).toBeUndefined();
});

test('moves of several days are told with their weekday, of one day without', () => {
  const at = (...labels: string[]): string[] => {
    const moves = labels.map((atLabel) => ({ atLabel })) as never;
    return labels.map((atLabel) => timesOf(moves)({ atLabel }));
  };
  expect(at('Mon 09:00', 'Mon 09:04')).toEqual(['09:00', '09:04']);
  expect(at('Mon 09:00', 'Thu 09:00')).toEqual(['Mon 09:00', 'Thu 09:00']);
});
