/** Panels that are time series: one metric cut by at most one dimension, and the comparison of two sources. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { DIMENSION_LABELS, type Dimension, type Scope } from '../../sim/segments.ts';
import { metricError } from '../../sim/telemetry/errors.ts';
import { groupBy, readGroups, readScope } from '../../sim/telemetry/readings.ts';
import { readSeries } from '../../sim/telemetry/series.ts';
import { readWeekBefore } from '../../sim/telemetry/weekBefore.ts';
import { hasYearBefore, readYearBefore } from '../../sim/telemetry/yearBefore.ts';
import type { Look } from '../commands.ts';
import { pointLabels } from '../dayWords.ts';
import { now, type Run } from '../run.ts';
import type { SeriesLine, SeriesPanel } from '../view.ts';
import { orderKeys } from '../keys.ts';
import { leadOf } from '../overlayWords.ts';
import { valueWords } from '../segmentWords.ts';
import { isEveryone, scopeWords } from '../words.ts';
import { clearOfNoise, signed, withError, type PanelFrame } from './frame.ts';
import { markersBetween } from './markers.ts';
import { systemPanel } from './system.ts';

/** Days a series reaches back, and its bucket, by clock. */
const SPAN = {
  minutes: { days: 3, bucket: 60 },
  days: { days: 35, bucket: MINUTES_PER_DAY },
} as const;
/** Hours the headline reading of a line is taken over. */
export const READING_HOURS = { minutes: 1, days: 24 } as const;
/** Hours that are held against a year ago: an hour of two records is mostly luck. */
const YEAR_HOURS = 6;
/** Lines a plot can carry and still be read. */
const MOST_LINES = 8;
/** What a metric's baseline is called: what is expected of these minutes, from how it was. */
export const OWN_PAST = 'its own past';

/** The same where dashboards know no calendar. */
const FORTNIGHT = 'what the last fortnight makes expect';

function pastOf(run: Run): string {
  return run.scenario.world.forecast === 'trailing' ? FORTNIGHT : OWN_PAST;
}

/**
 * A lens by two dimensions reads twice as long, as its cells are small; not past a change that has been in effect for as
 * long as a line reads, or its colours would be of before and after. `hours`: what a line reads.
 */
export function lensHours(hours: number, dimensions: number, sinceChange = Infinity): number {
  const twice = Math.max(hours, dimensions === 2 ? 2 : 1);
  const changed = sinceChange / 60;
  return changed >= hours && changed < twice ? hours : twice;
}

export function readingHours(run: Run): number {
  return READING_HOURS[run.scenario.clock];
}

export function metricPanel(
  run: Run,
  look: Extract<Look, { view: 'metric' }>,
  frame: PanelFrame,
): SeriesPanel {
  if (!METRICS[look.metric].cuttable) return systemPanel(run, look.metric, frame);
  const { lines, ticks, shares } = linesOf(run, look.metric, look.by, look.scope);
  const where = isEveryone(look.scope) ? '' : `, ${scopeWords(look.scope)}`;
  const title = `${METRICS[look.metric].label}${look.by === null ? '' : ` by ${DIMENSION_LABELS[look.by]}`}${where}`;
  const moved = lines.filter(
    (l) => l.deviation !== null && l.error !== null && clearOfNoise(l.deviation, l.error),
  );
  const describe = (l: SeriesLine): string =>
    `${l.label} ${withError(l.deviation ?? 0, l.error ?? 0)}`;
  const summary =
    look.by === null
      ? `${METRICS[look.metric].label}${where}: ${lines[0] === undefined ? 'no data' : withError(lines[0].deviation ?? 0, lines[0].error ?? 0)} against ${run.scenario.world.forecast === 'trailing' ? FORTNIGHT : 'its baseline'}.`
      : moved.length === 0
        ? `${title}: nothing stands out of the noise.`
        : `${title}: ${moved.map(describe).join('; ')}. The others are inside their noise.`;
  return {
    ...frame,
    kind: 'series',
    title,
    summary: summary + yearWords(run, look.metric, look.scope),
    help: METRICS[look.metric].help,
    unit: METRICS[look.metric].unit,
    worse: METRICS[look.metric].bad,
    ticks,
    tickLabels: pointLabels(ticks),
    lines,
    lead: leadOf(lines),
    past: pastOf(run),
    band:
      (2 *
        metricError(
          look.metric,
          Math.max(1e-3, shares[leadOf(lines)] ?? 1),
          SPAN[run.scenario.clock].bucket / 60,
        )) /
      100,
    markers: markersBetween(run, ticks[0] ?? 0, now(run)),
  };
}

/** The whole against the same days a year ago, over as many hours as the calendar takes to say something. */
function yearWords(run: Run, metric: MetricId, scope: Scope): string {
  if (!hasYearBefore(run.observer, metric)) return '';
  const reading = readScope(run.observer, metric, scope, 'all', now(run), YEAR_HOURS, 'year ago');
  if (reading === null) return '';
  return ` Its last ${YEAR_HOURS} hours against the same hours a year ago, as grown since: ${withError(reading.deviation, reading.error)}.`;
}

function linesOf(
  run: Run,
  metric: MetricId,
  by: Dimension | null,
  scope: Scope,
): { lines: SeriesLine[]; ticks: readonly number[]; shares: number[] } {
  const tick = now(run);
  const span = SPAN[run.scenario.clock];
  const series = readSeries(
    run.observer,
    metric,
    by,
    scope,
    'all',
    Math.max(0, tick - span.days * MINUTES_PER_DAY),
    tick,
    span.bucket,
  );
  const before = readWeekBefore(run.observer, metric, by, scope, 'all', series, span.bucket);
  const year = hasYearBefore(run.observer, metric)
    ? readYearBefore(run.observer, metric, by, scope, 'all', series, span.bucket)
    : null;
  const readings = readGroups(
    run.observer,
    metric,
    groupBy(run.observer, by === null ? [] : [by], scope, 'all', tick),
    tick,
    readingHours(run),
  );
  const order =
    by === null ? [0] : orderKeys(run, by, series.keys).map((key) => series.keys.indexOf(key));
  const shown = new Set(
    order
      .toSorted((a, b) => (series.shares[b] ?? 0) - (series.shares[a] ?? 0))
      .slice(0, MOST_LINES),
  );
  const lines = order
    .filter((g) => shown.has(g))
    .map((g): SeriesLine => {
      const key = series.keys[g] ?? '';
      const reading = readings.find((r) => r.key === key);
      return {
        key,
        label: by === null ? 'now' : valueWords(by, key),
        values: series.values[g] ?? [],
        baseline: series.baselines[g] ?? [],
        weekBefore: before[g] ?? null,
        ...(year === null ? {} : { yearBefore: year[g] ?? [] }),
        deviation: reading?.deviation ?? null,
        error: reading?.error ?? null,
      };
    });
  const shares = order.filter((g) => shown.has(g)).map((g) => series.shares[g] ?? 0);
  return { lines, ticks: series.ticks, shares };
}

/** Client-logged saves beside server-side writes, as per cent of their own baselines. */
export function sourcesPanel(run: Run, scope: Scope, frame: PanelFrame): SeriesPanel {
  const tick = now(run);
  const client = linesOf(run, 'saves', null, scope);
  const server = linesOf(run, 'server_saves', null, scope);
  const rate = readScope(run.observer, 'save_rate', scope, 'all', tick, readingHours(run));
  const volume = readScope(
    run.observer,
    'impressions_per_session',
    scope,
    'all',
    tick,
    readingHours(run),
  );
  const c = client.lines[0];
  const s = server.lines[0];
  const where = isEveryone(scope) ? 'everyone' : scopeWords(scope);
  const agree =
    c !== undefined && s !== undefined && Math.abs((c.deviation ?? 0) - (s.deviation ?? 0)) < 1.5;
  const text = `Saves of ${where}: client log ${signed(c?.deviation ?? 0)}, server writes ${signed(s?.deviation ?? 0)} (± ${(s?.error ?? 0).toFixed(1)}); ${agree ? 'the two sources agree' : 'the two sources disagree'}. Logged save rate ${signed(rate?.deviation ?? 0)}, logged impressions per session ${signed(volume?.deviation ?? 0)}.`;
  return {
    ...frame,
    kind: 'series',
    title: `Server writes beside logs${isEveryone(scope) ? '' : `, ${where}`}`,
    summary: text,
    help: 'Two counts of the same act that share no code: the app’s event log and the collection store’s own writes.',
    unit: 'per hour',
    worse: METRICS.server_saves.bad,
    ticks: client.ticks,
    tickLabels: pointLabels(client.ticks),
    lines: [
      ...(s === undefined ? [] : [{ ...s, key: 'server', label: 'server writes' }]),
      ...(c === undefined ? [] : [{ ...c, key: 'client', label: 'client log' }]),
    ],
    lead: 0,
    past: pastOf(run),
    band: (2 * metricError('server_saves', 1, SPAN[run.scenario.clock].bucket / 60)) / 100,
    markers: markersBetween(run, client.ticks[0] ?? 0, tick),
  };
}
