import { expect, test } from 'vitest';
import type { HarmChart } from '../../src/scoring/debrief.ts';
import { withBands } from '../../src/ui/debrief/harmBands.ts';

const line = (id: HarmChart['lines'][number]['id'], values: readonly number[]) => ({
  id,
  label: id,
  values,
  low: [],
  high: [],
  total: values.at(-1)!,
});
const chart: HarmChart = {
  unit: 'thousands',
  perMillion: 1000,
  ticks: [0, 30],
  tickLabels: ['a', 'b'],
  lines: [line('you', [0, 200]), line('everything', [0, 900])],
  markers: [],
};

test('a band reaches over its line and all branches, in the unit of the chart', () => {
  const [you, everything] = withBands(chart, [{ you: [0, 0.15] }, { you: [0.01, 0.19] }]).lines;
  expect(you!.low).toEqual([0, 150]);
  expect(you!.high).toEqual([10, 200]);
  // What was not run under other luck has no band.
  expect(everything!.low).toEqual([]);
});
