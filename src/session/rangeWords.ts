/** What a stretch of a plot comes to: the same on the page while it is brushed and on the board once it is pinned. */
import type { ReadingId } from './grammarReading.ts';
import type { SeriesLine } from './view.ts';

/** A line over a range, as per cent of its own baseline there; null where it has no point. */
export function rangeDeviation(
  ticks: readonly number[],
  line: Pick<SeriesLine, 'values' | 'baseline'>,
  range: Pick<ReadingId, 'from' | 'to'>,
): number | null {
  let [value, baseline] = [0, 0];
  ticks.forEach((tick, i) => {
    const point = line.values[i] ?? null;
    if (point === null || tick < range.from || tick > range.to) return;
    value += point;
    baseline += line.baseline[i] ?? 0;
  });
  return baseline === 0 ? null : 100 * (value / baseline - 1);
}
