/** The free health strip: a few figures of the whole service, each with its error and a day behind it. */
import { METRICS, type MetricId } from '../sim/metrics.ts';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { EVERYONE } from '../sim/segments.ts';
import { readScope } from '../sim/telemetry/readings.ts';
import { readSeries } from '../sim/telemetry/series.ts';
import { readSystem, systemSeries } from '../sim/telemetry/system.ts';
import { readingHours } from './panels/series.ts';
import { now, type Run } from './run.ts';
import type { StripTile } from './view.ts';

const TILES = {
  minutes: ['save_rate', 'saves', 'server_saves', 'sessions', 'hide_rate', 'p99_ms'],
  days: ['save_rate', 'server_saves', 'sessions', 'unique_items', 'head_share', 'hide_rate'],
} as const satisfies Record<string, readonly MetricId[]>;

const SHORT: Partial<Record<MetricId, string>> = {
  saves: 'Saves, logged',
  server_saves: 'Saves, server',
  head_share: 'Top 1 % share',
  unique_items: 'Ideas shown a day',
  p99_ms: 'p99',
};

export function stripOf(run: Run): StripTile[] {
  return TILES[run.scenario.clock].map((metric) => tileOf(run, metric));
}

/** A reading of the strip with the error its state is judged by, and the points behind it. */
interface Figure {
  readonly reading: {
    readonly value: number;
    readonly deviation: number;
    readonly error: number;
  } | null;
  readonly noise: number;
  readonly spark: readonly number[];
  readonly ticks: readonly number[];
}

/** Day-to-day swing of a system figure, per cent: more than the error of reading it. */
const SYSTEM_SWING = 2.5;

function tileOf(run: Run, metric: MetricId): StripTile {
  const label = SHORT[metric] ?? METRICS[metric].label;
  const { reading, noise, spark, ticks } = METRICS[metric].cuttable
    ? cutFigure(run, metric)
    : systemFigure(run, metric);
  if (reading === null)
    return {
      id: metric,
      label,
      value: '–',
      deviation: null,
      error: null,
      state: 'fine',
      spark: [],
      sparkTicks: [],
      sparkValues: [],
    };
  return {
    id: metric,
    label,
    value: written(metric, reading.value),
    deviation: reading.deviation,
    error: reading.error,
    state: stateOf(metric, reading.deviation, noise),
    spark,
    sparkTicks: ticks,
    sparkValues: spark.map((value) => written(metric, value)),
  };
}

function systemFigure(run: Run, metric: MetricId): Figure {
  const tick = now(run);
  const from = Math.max(0, tick - 24 * MINUTES_PER_DAY);
  const { ticks, values } = systemSeries(run.observer, metric, from, tick);
  return {
    reading: readSystem(run.observer, metric, tick),
    noise: SYSTEM_SWING,
    spark: values,
    ticks,
  };
}

function cutFigure(run: Run, metric: MetricId): Figure {
  const tick = now(run);
  const bucket = run.scenario.clock === 'days' ? MINUTES_PER_DAY : 60;
  const from = Math.max(0, tick - 24 * bucket);
  const reading = readScope(run.observer, metric, EVERYONE, 'all', tick, readingHours(run));
  const series = readSeries(run.observer, metric, null, EVERYONE, 'all', from, tick, bucket);
  return {
    reading,
    noise: reading?.error ?? 0,
    spark: (series.values[0] ?? []).map((v) => v ?? 0),
    ticks: series.ticks,
  };
}

/** Two standard errors in the bad direction: watch; three and more than 2 %: bad. */
function stateOf(metric: MetricId, deviation: number, error: number): StripTile['state'] {
  const { bad } = METRICS[metric];
  const signed = bad === 'up' ? deviation : bad === 'down' ? -deviation : Math.abs(deviation);
  if (signed > 3 * error && signed > 2) return 'bad';
  return signed > 2 * error ? 'watch' : 'fine';
}

export function written(metric: MetricId, value: number): string {
  const { unit } = METRICS[metric];
  if (unit === '%') return `${(100 * value).toFixed(2)} %`;
  if (unit === 'per hour')
    return value >= 1e6 ? `${(value / 1e6).toFixed(2)} M/h` : `${(value / 1e3).toFixed(1)} k/h`;
  if (unit === 'ms') return `${Math.round(value)} ms`;
  if (unit === 'count') return `${Math.round(value)}`;
  return value.toFixed(2);
}
