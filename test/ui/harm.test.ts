import { expect, test } from 'vitest';
import type { HarmChart, HarmLineId } from '../../src/scoring/debrief.ts';
import {
  harmScale,
  markerName,
  markerRows,
  NARROW_FRAME,
  TOP,
  WIDE_FRAME,
} from '../../src/ui/debrief/harmGeometry.ts';

const line = (id: HarmLineId, total: number): HarmChart['lines'][number] => ({
  id,
  label: id,
  values: [0, total],
  low: [],
  high: [],
  total,
});
const chart = (...totals: readonly (readonly [HarmLineId, number])[]): HarmChart => ({
  unit: 'saves',
  ticks: [0, 1440],
  perMillion: 1,
  tickLabels: ['a', 'b'],
  lines: totals.map(([id, total]) => line(id, total)),
  markers: [],
});

test('a line far above the rest leaves the picture, and the rest fill it', () => {
  const scale = harmScale(chart(['everything', 6699], ['nothing', 953], ['you', 160]));
  expect(scale.beyond).toBe('everything');
  expect(scale.y(953)).toBeLessThan(TOP + 60);
  expect(harmScale(chart(['nothing', 953], ['rollback', 570])).beyond).toBeNull();
});

test('a dip below zero takes its own room, not a step', () => {
  const scale = harmScale(chart(['nothing', 587], ['rollback', 225], ['you', -9]));
  expect(scale.steps[0]).toBe(0);
  expect(scale.y(-9)).toBeLessThanOrEqual(WIDE_FRAME.height);
  expect(scale.y(0)).toBeGreaterThan(WIDE_FRAME.height - 50);
});

test('people spared more than nothing lost lie below zero, inside the picture', () => {
  const scale = harmScale(chart(['nothing', 953], ['you', -173]));
  expect(scale.steps[0]).toBeLessThanOrEqual(-173);
  expect(scale.y(-173)).toBeLessThan(WIDE_FRAME.height - 20);
  expect(scale.y(-173)).toBeGreaterThan(scale.y(0));
});

test('a name with room on neither side of its mark is cut short, and stays in the picture', () => {
  const long = 'set training rows aside on people on Android 9.10 on Home';
  expect(markerName(60, 'pause v42')).toEqual({ text: 'pause v42', flipped: false });
  expect(markerName(500, long)).toEqual({ text: long, flipped: true });
  for (const x of [48, 120, 170, 230, 320]) {
    const { text, flipped } = markerName(x, long, NARROW_FRAME);
    expect(text.endsWith('…')).toBe(true);
    expect(text.length).toBeGreaterThan(10);
    const width = text.length * 6.4;
    expect(flipped ? x - 8 - width : NARROW_FRAME.width - x - 8 - width).toBeGreaterThanOrEqual(0);
  }
});

test('names of marks close together take rows of their own; the fourth is only a line', () => {
  const label = 'training reads the log';
  expect(markerRows([60, 70, 80, 90, 400].map((x) => ({ x, label })))).toEqual([0, 1, 2, null, 0]);
});
