/** The lens: every simulated person in a cell of at most two dimensions, with the cell's reading. */
import { normal, streamKey } from '../determinism/random.ts';
import { cuttableMetrics, METRICS, type MetricId } from '../sim/metrics.ts';
import {
  DIMENSION_LABELS,
  DIMENSIONS,
  EVERYONE,
  type Conjunction,
  type Dimension,
  type Scope,
} from '../sim/segments.ts';
import { dayOf, durationLabel, minuteOfDay, timeLabel } from '../sim/clock.ts';
import { BUCKET_MINUTES } from '../sim/telemetry/noise.ts';
import { valueOf } from '../sim/delivery/scope.ts';
import { isMember } from '../sim/people/membership.ts';
import { POPULATION_MILLIONS } from '../sim/presets.ts';
import { groupBy, KEY_SEPARATOR, readGroups } from '../sim/telemetry/readings.ts';
import { orderKeys } from './keys.ts';
import { sinceLatestChange } from './latestChange.ts';
import { openedCuts } from './lensKey.ts';
import { lensHours, readingHours } from './panels/series.ts';
import { clearOfNoise, withError } from './panels/frame.ts';
import { LOOK_PRICES } from './prices.ts';
import { now, type Run } from './run.ts';
import { conjunctionWords, valueWords } from './segmentWords.ts';
import type { LensAxisValue, LensCell, LensView } from './view.ts';

/**
 * Spread of single people's readings around their cell once shrunk, as part of the range of the colours: where nothing
 * moved, the crowd is calm at any range.
 */
const DOT_SPREAD = 0.12;
/** Metrics the lens leaves to panels of their own. */
const NOT_IN_LENS: ReadonlySet<MetricId> = new Set(['server_saves', 'calibration']);
/** Cells this small are shrunk half-way to the whole. Share of sessions. */
const SHRINK_SHARE = 0.002;

export function lensOf(run: Run): LensView {
  const { metric, by, surface } = run.desk.lens;
  const tick = now(run);
  const laid = axesOf(run, by);
  const [across, below] = laid;
  const [first, second] = [across?.dimension, below?.dimension];
  const columns = across?.values ?? [];
  const rows = below?.values ?? [];
  const axes = laid.map(({ dimension }) => dimension);
  const grouping = groupBy(run.observer, axes, EVERYONE, surface, tick);
  const since = sinceLatestChange(run, tick);
  const hours = lensHours(readingHours(run), by.length, since);
  const readings = readGroups(run.observer, metric, grouping, tick, hours);
  const whole =
    readGroups(
      run.observer,
      metric,
      groupBy(run.observer, [], EVERYONE, surface, tick),
      tick,
      hours,
    )[0]?.deviation ?? 0;
  const { cell: dotCell, counts } = placeDots(run, first, second, columns, rows);
  const cells: LensCell[] = [];
  const height = Math.max(1, rows.length);
  const width = Math.max(1, columns.length);
  const total = dotCell.length;
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const column = columns[c]?.key ?? null;
      const row = rows[r]?.key ?? null;
      const key = [column, row].filter((k) => k !== null).join(KEY_SEPARATOR);
      const reading = readings.find((x) => x.key === key);
      const conjunction: Conjunction = {
        ...(first !== undefined && column !== null ? { [first]: [column] } : {}),
        ...(second !== undefined && row !== null ? { [second]: [row] } : {}),
        ...(surface === 'all' ? {} : { surface: [surface] }),
      };
      const index = r * width + c;
      const n = counts[index] ?? 0;
      const shrink = reading === undefined ? 0 : reading.share / (reading.share + SHRINK_SHARE);
      cells.push({
        column,
        row,
        deviation:
          reading === undefined || n === 0 ? null : whole + shrink * (reading.deviation - whole),
        error: reading === undefined || n === 0 ? null : reading.error,
        dots: n,
        millions: (n / total) * POPULATION_MILLIONS,
        layers: layersOf(run, conjunction),
        scope: [conjunction],
      });
    }
  }
  const range = cells.some((c) => Math.abs(c.deviation ?? 0) > 18) ? 40 : 20;
  return {
    metric,
    by,
    axes,
    surface,
    price: LOOK_PRICES.lens,
    metrics: cuttableMetrics(run.scenario.page.rule.metric)
      .filter((id) => !NOT_IN_LENS.has(id))
      .map((id) => ({ id, label: METRICS[id].label })),
    dimensions: dimensionsOf(run).map((id) => ({ id, label: DIMENSION_LABELS[id] })),
    opened: openedCuts(run.desk.lensOpened, metric, surface),
    columns,
    rows,
    cells,
    range,
    worse: METRICS[metric].bad === 'up' ? 'up' : 'down',
    dots: { cell: dotCell, value: dotValues(run, cells, dotCell, DOT_SPREAD * range) },
    window: METRICS[metric].cuttable ? windowWords(hours, since) : WHOLE,
    next:
      run.scenario.clock === 'days'
        ? null
        : `new numbers after ${timeLabel(minuteOfDay(nextCount(tick)))}`,
    summary: summaryOf(metric, cells),
  };
}

/** Dimensions that say something here: no arm without an experiment. */
export function dimensionsOf(run: Run): Dimension[] {
  const experiment = run.scenario.world.rollouts.some((r) => r.experiment);
  return DIMENSIONS.filter((d) => d !== 'surface' && (d !== 'arm' || experiment));
}

interface Axis {
  readonly dimension: Dimension;
  readonly values: readonly LensAxisValue[];
}

/** The dimension with more values runs across, where there is more room; of two alike, the one asked for first. */
function axesOf(run: Run, by: readonly Dimension[]): readonly Axis[] {
  return by
    .map((dimension) => ({ dimension, values: axisValues(run, dimension) }))
    .toSorted((a, b) => b.values.length - a.values.length);
}

function axisValues(run: Run, dimension: Dimension): LensAxisValue[] {
  const present = groupBy(run.observer, [dimension], EVERYONE, 'all', now(run)).keys;
  return orderKeys(run, dimension, present).map((key) => ({ key, label: labelOf(dimension, key) }));
}

function labelOf(dimension: Dimension, key: string): string {
  return dimension === 'activity' ? `${key} people` : valueWords(dimension, key);
}

/** Who is drawn: the people who were there at the page, so that a dot stays the same person all evening. */
function crowdOf(run: Run): number[] {
  const { people } = run.pair.live;
  const day = dayOf(run.scenario.world.pageTick);
  const crowd: number[] = [];
  for (let i = 0; i < people.count; i++) if (isMember(people, i, day)) crowd.push(i);
  return crowd;
}

/** The cell of every one of them. Surface is a matter of requests, not of people: by surface everyone is in both. */
function placeDots(
  run: Run,
  first: Dimension | undefined,
  second: Dimension | undefined,
  columns: readonly LensAxisValue[],
  rows: readonly LensAxisValue[],
): { cell: Uint16Array; counts: Int32Array } {
  const { live } = run.pair;
  const crowd = crowdOf(run);
  const cell = new Uint16Array(crowd.length);
  const width = Math.max(1, columns.length);
  const counts = new Int32Array(width * Math.max(1, rows.length));
  const columnOf = new Map(columns.map((c, i) => [c.key, i]));
  const rowOf = new Map(rows.map((r, i) => [r.key, i]));
  for (let k = 0; k < crowd.length; k++) {
    const i = crowd[k]!;
    const c = first === undefined ? 0 : (columnOf.get(valueOf(live, first, i, 0, live.tick)) ?? 0);
    const r = second === undefined ? 0 : (rowOf.get(valueOf(live, second, i, 0, live.tick)) ?? 0);
    const index = r * width + c;
    cell[k] = index;
    counts[index] = counts[index]! + 1;
  }
  return { cell, counts };
}

/** A person's reading: the cell's, and what little their own log adds after shrinkage. */
function dotValues(
  run: Run,
  cells: readonly LensCell[],
  cell: Uint16Array,
  spread: number,
): Float32Array {
  const values = new Float32Array(cell.length);
  const key = streamKey(run.seed, `dots ${run.desk.lens.metric}`);
  for (let i = 0; i < cell.length; i++)
    values[i] = (cells[cell[i]!]?.deviation ?? 0) + spread * normal(key, i, 0);
  return values;
}

function layersOf(run: Run, conjunction: Conjunction): LensCell['layers'] {
  const { radius } = run.desk;
  const layers: LensCell['layers'][number][] = [];
  for (const layer of ['reading', 'hurtNow', 'hurtLater', 'witness'] as const) {
    const scope = radius[layer];
    if (scope !== null && covers(scope, conjunction)) layers.push(layer);
  }
  return layers;
}

/** Does a scope take in the whole of a cell, as far as the cell's own dimensions say? */
function covers(scope: Scope, cell: Conjunction): boolean {
  return scope.some((conjunction) =>
    (Object.entries(conjunction) as [Dimension, readonly string[]][]).every(
      ([dimension, values]) => {
        if (dimension === 'surface') return true;
        const own = cell[dimension];
        return own !== undefined && own.every((value) => values.includes(value));
      },
    ),
  );
}

const WHOLE = 'counted for the whole service only';

/** The minute with which the half hour ends that is being counted. */
function nextCount(tick: number): number {
  return (Math.floor((tick - 1) / BUCKET_MINUTES) + 1) * BUCKET_MINUTES;
}

/**
 * How far back the readings reach, and how much of that lies after the latest change that took effect in it: colours come
 * back as fast as the minutes before it drop out.
 */
function windowWords(hours: number, since: number): string {
  const last = hours === 24 ? 'last day' : `last ${durationLabel(60 * hours)}`;
  if (since >= 60 * hours) return last;
  return `${last}, ${durationLabel(since)} of it after the latest change`;
}

function summaryOf(metric: MetricId, cells: readonly LensCell[]): string {
  const { label, cuttable } = METRICS[metric];
  if (!cuttable) return `${label}: ${WHOLE}.`;
  const moved = cells.filter(
    (c) => c.deviation !== null && c.error !== null && clearOfNoise(c.deviation, c.error),
  );
  if (moved.length === 0) return `${label}: no cell stands out of its noise.`;
  const name = (c: LensCell): string => c.scope.map(conjunctionWords).join('; ');
  const list = moved
    .toSorted(
      (a, b) =>
        Math.abs((b.deviation ?? 0) / (b.error ?? 1)) -
        Math.abs((a.deviation ?? 0) / (a.error ?? 1)),
    )
    .slice(0, 5)
    .map((c) => `${name(c)} ${withError(c.deviation ?? 0, c.error ?? 0)}`);
  return `${label}: ${list.join('; ')}${moved.length > 5 ? `; and ${moved.length - 5} more` : ''}.`;
}
