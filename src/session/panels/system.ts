/** Panels of the whole system: a figure a day, which nothing can be cut by. */
import { dayOf, MINUTES_PER_DAY } from '../../sim/clock.ts';
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { readSystem, systemAt, systemSeries } from '../../sim/telemetry/system.ts';
import { WEEK_MINUTES } from '../../sim/telemetry/weekBefore.ts';
import { pointLabels } from '../dayWords.ts';
import { now, type Run } from '../run.ts';
import type { SeriesPanel } from '../view.ts';
import { withError, type PanelFrame } from './frame.ts';
import { markersBetween } from './markers.ts';

/** Days it reaches back. */
const DAYS = 35;

export function systemPanel(run: Run, metric: MetricId, frame: PanelFrame): SeriesPanel {
  const tick = now(run);
  const series = systemSeries(
    run.observer,
    metric,
    Math.max(0, tick - DAYS * MINUTES_PER_DAY),
    tick,
  );
  const reading = readSystem(run.observer, metric, tick);
  const { label } = METRICS[metric];
  return {
    ...frame,
    kind: 'series',
    title: label,
    summary:
      reading === null
        ? `${label}: no finished day yet.`
        : `${label}, yesterday: ${withError(reading.deviation, reading.error)} against the two weeks before.`,
    help: METRICS[metric].help,
    unit: METRICS[metric].unit,
    worse: METRICS[metric].bad,
    ticks: series.ticks,
    tickLabels: pointLabels(series.ticks),
    lines: [
      {
        key: 'all',
        label: 'per day',
        values: series.values,
        baseline: series.baselines,
        weekBefore: series.ticks.map(
          (t) => systemAt(run.observer, metric, dayOf(t - WEEK_MINUTES))?.value ?? null,
        ),
        deviation: reading?.deviation ?? null,
        error: reading?.error ?? null,
      },
    ],
    lead: 0,
    past: 'the weeks before',
    band: 0.02,
    markers: markersBetween(run, series.ticks[0] ?? 0, tick),
  };
}
