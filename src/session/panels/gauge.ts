/** A gauge as a plot: its lines over time beside what they were, with the noise of one point. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { gaugeOf, type Board, type GaugeCut } from '../../sim/gauges.ts';
import { DIMENSIONS, type Dimension } from '../../sim/segments.ts';
import type { GaugeLine, GaugeSpan } from '../../sim/telemetry/gauges/line.ts';
import { readGauge } from '../../sim/telemetry/gauges/read.ts';
import type { Look } from '../commands.ts';
import { pointLabels } from '../dayWords.ts';
import { orderKeys } from '../keys.ts';
import { leadOf } from '../overlayWords.ts';
import { now, type Run } from '../run.ts';
import { valueWords } from '../segmentWords.ts';
import type { SeriesLine, SeriesPanel } from '../view.ts';
import { gaugeCutWords } from '../words.ts';
import { clearOfNoise, withError, type PanelFrame } from './frame.ts';
import { markersBetween } from './markers.ts';

/** Days a gauge reaches back and the minutes of its points, by clock: machines write by the minute, models once a day. */
const SPANS: Readonly<
  Record<
    'minutes' | 'days',
    Readonly<Record<Board, { readonly days: number; readonly minutes: number }>>
  >
> = {
  minutes: {
    machines: { days: 3, minutes: 60 },
    data: { days: 6, minutes: 360 },
    quality: { days: 14, minutes: MINUTES_PER_DAY },
    voice: { days: 14, minutes: MINUTES_PER_DAY },
  },
  days: {
    machines: { days: 35, minutes: MINUTES_PER_DAY },
    data: { days: 35, minutes: MINUTES_PER_DAY },
    quality: { days: 35, minutes: MINUTES_PER_DAY },
    voice: { days: 35, minutes: MINUTES_PER_DAY },
  },
};
/** Lines a plot can carry and still be read. */
const MOST_LINES = 8;

/** What a board's readings are held against. */
const AGAINST: Readonly<Record<Board, string>> = {
  machines: 'the same minutes a week before',
  data: 'the same weekday a week before',
  quality: 'the days before anything changed',
  voice: 'the same weekday a week before',
};

/** The same in a plot's legend. */
const PAST: Readonly<Record<Board, string>> = {
  machines: 'a week before',
  data: 'a week before',
  quality: 'the days before',
  voice: 'a week before',
};

export function spanOf(run: Run, board: Board): GaugeSpan {
  const { days, minutes } = SPANS[run.scenario.clock][board];
  const to = now(run);
  return { from: Math.max(0, to - days * MINUTES_PER_DAY), to, minutes };
}

function distance(line: GaugeLine): number {
  return line.deviation === null ? 0 : Math.abs(line.deviation) / (line.error ?? 1);
}

/** Lines in the order of their axis; where there are too many, those furthest out of their noise. */
function shownLines(
  run: Run,
  by: GaugeCut | null,
  lines: readonly GaugeLine[],
): readonly GaugeLine[] {
  const kept = new Set(lines.toSorted((a, b) => distance(b) - distance(a)).slice(0, MOST_LINES));
  const dimension = DIMENSIONS.find((d): d is Dimension => d === by);
  const few = lines.filter((line) => kept.has(line));
  if (dimension === undefined) return few;
  const order = orderKeys(
    run,
    dimension,
    few.map((line) => line.key),
  );
  return few.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

function labelOf(by: GaugeCut | null, key: string): string {
  if (by === null) return 'now';
  const dimension = DIMENSIONS.find((d): d is Dimension => d === by);
  return dimension === undefined ? key : valueWords(dimension, key);
}

export function gaugePanel(
  run: Run,
  look: Extract<Look, { view: 'gauge' }>,
  frame: PanelFrame,
): SeriesPanel {
  const spec = gaugeOf(look.gauge);
  const { ticks, lines } = readGauge(run.observer, look.gauge, look.by, spanOf(run, spec.board));
  const shown = shownLines(run, look.by, lines);
  const title = `${spec.label}${look.by === null ? '' : ` by ${gaugeCutWords(look.by)}`}`;
  const absolute = spec.level === undefined ? {} : { deviation: null, error: null };
  const series = shown.map((line): SeriesLine => ({
    ...line,
    weekBefore: null,
    label: labelOf(look.by, line.key),
    ...absolute,
  }));
  const lead = leadOf(series);
  const more = lines.length - shown.length;
  return {
    ...frame,
    kind: 'series',
    title,
    summary:
      spec.level === undefined
        ? summaryOf(title, series, AGAINST[spec.board], more)
        : levelSummary(title, spec.unit, spec.level, series),
    help: spec.help,
    unit: spec.unit,
    worse: spec.bad,
    ticks,
    tickLabels: pointLabels(ticks),
    lines: series,
    lead,
    past: PAST[spec.board],
    band: (2 * (series[lead]?.error ?? 0)) / 100,
    markers: markersBetween(run, ticks[0] ?? now(run), now(run)),
  };
}

/** What is above its level, as it stands. */
function levelSummary(
  title: string,
  unit: string,
  level: number,
  lines: readonly SeriesLine[],
): string {
  const say = (value: number): string =>
    unit === '%' ? `${(100 * value).toFixed(1)} %` : value.toFixed(2);
  const last = (line: SeriesLine): number => line.values.findLast((v) => v !== null) ?? 0;
  if (lines.length === 0) return `${title}: nothing has been counted yet.`;
  const above = lines.filter((line) => last(line) > level);
  const name = (line: SeriesLine): string => (lines.length === 1 ? '' : `${line.label} `);
  return above.length === 0
    ? `${title}: ${lines.length === 1 ? say(last(lines[0]!)) : 'all'}, below ${say(level)}.`
    : `${title}, above ${say(level)}: ${above.map((line) => `${name(line)}${say(last(line))}`).join('; ')}.`;
}

function summaryOf(
  title: string,
  lines: readonly SeriesLine[],
  against: string,
  more: number,
): string {
  const first = lines[0];
  if (first === undefined || first.values.every((v) => v === null))
    return `${title}: nothing has been counted yet.`;
  if (lines.length === 1 && more === 0)
    return first.deviation === null
      ? `${title}: nothing to hold it against yet.`
      : `${title}: ${withError(first.deviation, first.error ?? 0)} against ${against}.`;
  const moved = lines.filter(
    (l) => l.deviation !== null && l.error !== null && clearOfNoise(l.deviation, l.error),
  );
  const rest = more === 0 ? '' : ` ${more} more, nearer to their past, are left out.`;
  return moved.length === 0
    ? `${title}: nothing stands out of the noise.${rest}`
    : `${title}, against ${against}: ${moved.map((l) => `${l.label} ${withError(l.deviation ?? 0, l.error ?? 0)}`).join('; ')}. The others are inside their noise.${rest}`;
}
