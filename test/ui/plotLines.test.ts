/** Lines of one plot are told apart, whatever their number. */
import { expect, test } from 'vitest';
import type { SeriesPanel } from '../../src/session/view.ts';
import { DASHES, OVERLAY_DASHES } from '../../src/ui/panels/palette.ts';
import { placedName } from '../../src/ui/panels/markerPaint.ts';
import { plotData, plotOptions } from '../../src/ui/panels/plotOptions.ts';

const COLOURS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
/** As many as a panel draws. */
const MOST = 8;

const panel = {
  ticks: [0, 60],
  lines: Array.from({ length: MOST }, (_, k) => ({
    key: `${k}`,
    label: `${k}`,
    values: [k, k],
    baseline: [k + 0.5, k + 0.5],
    weekBefore: [null, k],
    deviation: k,
    error: 1,
  })),
  lead: 7,
  past: 'its own past',
  markers: [],
  band: 0.1,
  unit: '%',
} as unknown as SeriesPanel;

const colours = {
  lines: COLOURS,
  grid: '',
  text: '',
  band: '',
  baseline: 'quiet',
  marker: '',
  page: '',
};
const size = { width: 400, height: 200, full: true };
const WEEK = { id: 'week', label: 'last week', values: [null, 7] } as const;

test('no two lines share colour and dash', () => {
  const { series } = plotOptions(panel, [], colours, size);
  const looks = series.slice(1).map(({ stroke, dash }) => JSON.stringify([stroke, dash]));
  expect(looks).toHaveLength(MOST);
  expect(new Set(looks).size).toBe(MOST);
  expect(DASHES.length).toBeGreaterThanOrEqual(MOST);
});

test('an overlay is a quiet dashed line behind them; without the past there is no band around it', () => {
  const { series, hooks } = plotOptions(panel, [WEEK], colours, size);
  expect(series.at(-1)).toMatchObject({ stroke: 'quiet', dash: OVERLAY_DASHES.week, width: 1 });
  expect(plotData(panel, [WEEK]).at(-1)).toEqual([null, 7]);
  expect(hooks?.drawAxes).toEqual([]);
  const past = { id: 'past', label: 'its own past', values: [7.5, 7.5] } as const;
  expect(plotOptions(panel, [past], colours, size).hooks?.drawAxes).toHaveLength(1);
});

test('a mark names itself inside the picture, and shortly, so that others can too', () => {
  const place = (name: string, at: number, most = 30): unknown =>
    placedName(name, at, 20, most, (text) => text.length);
  expect(place('ranker', 3)).toEqual({ text: 'ranker', from: 3, width: 6 });
  expect(place('ranker', 17)).toEqual({ text: 'ranker', from: 11, width: 6 });
  expect(place('Old generator retired', 5)).toEqual({ text: 'Old generator…', from: 5, width: 14 });
  expect(place('Old generator retired', 16)).toEqual({
    text: 'Old generator r…',
    from: 0,
    width: 16,
  });
  expect(place('Old generator retired', 5, 8)).toEqual({ text: 'Old gen…', from: 5, width: 8 });
});
