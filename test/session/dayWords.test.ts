/** Points a day are called by their day, and no two alike. */
import { expect, test } from 'vitest';
import {
  dayLabel,
  isDaily,
  momentLabel,
  pointLabels,
  stretchLabels,
} from '../../src/session/dayWords.ts';
import type { SeriesPanel } from '../../src/session/view.ts';
import { plotOptions } from '../../src/ui/panels/plotOptions.ts';

const DAY = 1440;
const days = Array.from({ length: 35 }, (_, day) => day * DAY);
const hours = Array.from({ length: 60 }, (_, k) => 3 * DAY + k * 60);

test('five weeks of days have as many names, in order of the week', () => {
  const labels = pointLabels(days);
  expect(new Set(labels).size).toBe(35);
  expect(labels.slice(6, 9)).toEqual(['Sun, day 6', 'Mon, day 7', 'Tue, day 8']);
  expect(dayLabel(-DAY)).toBe('Sun, day -1');
});

test('what has more than a point a day keeps its minutes', () => {
  expect([isDaily(days), isDaily(hours), isDaily([])]).toEqual([true, false, false]);
  expect(pointLabels(hours)[1]).toBe('Thu 01:00');
  expect(stretchLabels(hours, { from: 0, to: 90 })).toEqual(['Mon 00:00', 'Mon 01:30']);
  expect(stretchLabels(days, { from: 0, to: 7 * DAY })).toEqual(['Mon, day 0', 'Mon, day 7']);
});

test('a minute weeks away is told apart from the same minute of this week', () => {
  expect(momentLabel(8 * DAY + 540, 10 * DAY)).toBe('Tue 09:00');
  expect(momentLabel(DAY + 540, 10 * DAY)).toBe('Tue 09:00, day 1');
});

test('the axis of a daily plot names days, that of another minutes', () => {
  const axis = (ticks: readonly number[], splits: number[]): unknown => {
    const panel = {
      ticks,
      lines: [],
      lead: 0,
      markers: [],
      band: 0,
      unit: '%',
    } as unknown as SeriesPanel;
    const colours = { lines: [], grid: '', text: '', band: '', baseline: '', marker: '', page: '' };
    const { axes } = plotOptions(panel, [], colours, { width: 400, height: 200, full: true });
    const { values } = axes![0]!;
    return typeof values === 'function' ? values(undefined as never, splits, 0, 0, 0) : values;
  };
  expect(axis(days, [0, 7 * DAY])).toEqual(['Mon, day 0', 'Mon, day 7']);
  expect(axis(hours, [3 * DAY, 3 * DAY + 720])).toEqual(['Thu 00:00', 'Thu 12:00']);
});
