/**
 * Gauges of the training table, from its diary and the running day's rows; held against the same weekday of the week
 * before in the fault-free world. Errors are those of the counts.
 */
import { MINUTES_PER_DAY, dayOf } from '../../clock.ts';
import { sumRows } from '../../data/diary.ts';
import {
  COLUMN_COUNT,
  C_HEADS,
  C_ROWS,
  C_TWICE,
  JOIN_CUTS,
  QUARTERS,
  QUARTER_MINUTES,
  ROW_CUTS,
  type JoinCut,
  type RowCut,
  type RowSums,
} from '../../data/diaryShape.ts';
import { NEGATIVE_KEEP } from '../../data/rows.ts';
import type { GaugeCut, GaugeId } from '../../gauges.ts';
import { HEADS, SAVE, TOPICS } from '../../presets.ts';
import { PLATFORMS, REGIONS, SURFACES, TENURES } from '../../segments.ts';
import type { World } from '../../world.ts';
import { IMPRESSIONS_PER_SESSION } from '../drift.ts';
import type { Observer } from '../observer.ts';
import { lineOf, type GaugeLine, type GaugeSeries, type GaugeSpan } from './line.ts';

const WEEK_DAYS = 7;
/** Minutes of a running bucket that say something. */
const ENOUGH = 60;
/** Rows a value needs in the newest day to have a line of its own. */
const LEAST_ROWS = 50;

const rowCutOf = (by: GaugeCut | null): RowCut =>
  (Object.keys(ROW_CUTS) as RowCut[]).find((cut) => cut === by) ?? 'all';
const joinCutOf = (by: GaugeCut | null): JoinCut => JOIN_CUTS.find((cut) => cut === by) ?? 'all';

/** Names of a cut's values, in the order of its sums. */
function namesOf(world: World, cut: RowCut): readonly string[] {
  switch (cut) {
    case 'all':
      return ['all'];
    case 'build':
      return world.spec.setup.builds.map((b) => b.build);
    case 'platform':
      return PLATFORMS;
    case 'region':
      return REGIONS;
    case 'tenure':
      return TENURES;
    case 'surface':
      return SURFACES;
    case 'topic':
      return TOPICS;
  }
}

/** Sums of every day there is, the running one included. */
function daysOf(world: World): ReadonlyMap<number, RowSums> {
  const days = new Map(world.diary.map(({ day, sums }) => [day, sums]));
  const running = world.chunks[world.chunks.length - 1]!;
  days.set(running.day, sumRows(world, running));
  return days;
}

/** A column of a value in the bucket that begins at a minute; null where there are no rows. */
function amount(
  days: ReadonlyMap<number, RowSums>,
  cut: RowCut,
  value: number,
  column: number,
  tick: number,
  minutes: number,
): number | null {
  const sums = days.get(dayOf(tick))?.[cut];
  if (sums === undefined) return null;
  const first = Math.floor((tick % MINUTES_PER_DAY) / QUARTER_MINUTES);
  let sum = 0;
  let rows = 0;
  for (let q = first; q < first + Math.min(QUARTERS, minutes / QUARTER_MINUTES); q++) {
    const at = (value * QUARTERS + q) * COLUMN_COUNT;
    sum += sums[at + column]!;
    rows += sums[at + C_ROWS]!;
  }
  return rows === 0 ? null : sum;
}

/** Visits behind a weight of rows: rows come by the visit, and it is visits that come by chance. */
const visitsOf = (weight: number): number => Math.max(1, weight / IMPRESSIONS_PER_SESSION);

/** Per cent by which two rates of the same thing lie apart by chance: `a` acts in `rows` against `b` in `before`. */
function apart(a: number, rows: number, b: number, before: number): number {
  if (rows === 0 || before === 0 || a + b === 0) return 0;
  const pooled = (a + b) / (rows + before);
  const usual = b === 0 ? pooled : b / before;
  return (100 * Math.sqrt(pooled * (1 / rows + 1 / before))) / usual;
}

export function rowsGauge(
  observer: Observer,
  gauge: GaugeId,
  by: GaugeCut | null,
  span: GaugeSpan,
): GaugeSeries {
  const { live, twin } = observer.pair;
  const cut = rowCutOf(by);
  const now = daysOf(live);
  const usual = daysOf(twin ?? live);
  const ticks: number[] = [];
  const first = span.from - (span.from % span.minutes);
  // A bucket that is still filling counts too little, but its rates are rates.
  const room = gauge === 'rows' ? span.minutes : ENOUGH;
  for (let t = Math.max(0, first); t + room <= span.to; t += span.minutes) ticks.push(t);
  const week = WEEK_DAYS * MINUTES_PER_DAY;
  const read = (
    days: ReadonlyMap<number, RowSums>,
    value: number,
    column: number,
    tick: number,
  ): number | null => amount(days, cut, value, column, tick, span.minutes);
  const line = (key: string, value: number, column: number): GaugeLine => {
    const figure = (days: ReadonlyMap<number, RowSums>, tick: number): number | null => {
      const top = read(days, value, column, tick);
      const rows = read(days, value, C_ROWS, tick);
      if (top === null || rows === null) return null;
      return gauge === 'rows' ? rows : top / rows;
    };
    return lineOf(
      key,
      ticks.map((t) => figure(now, t)),
      ticks.map((t) => figure(usual, t - week) ?? 0),
      (k) => {
        const at = ticks[k]!;
        const rows = read(now, value, C_ROWS, at) ?? 0;
        const before = read(usual, value, C_ROWS, at - week) ?? 0;
        if (gauge === 'rows') return 100 * Math.sqrt(1 / visitsOf(rows) + 1 / visitsOf(before));
        const unit = column === C_TWICE ? NEGATIVE_KEEP : 1;
        return apart(
          (read(now, value, column, at) ?? 0) * unit,
          rows,
          (read(usual, value, column, at - week) ?? 0) * unit,
          before,
        );
      },
    );
  };
  const column = gauge === 'repeated' ? C_TWICE : gauge === 'rows' ? C_ROWS : C_HEADS + SAVE;
  if (by === 'head') return { ticks, lines: HEADS.map((head, h) => line(head, 0, C_HEADS + h)) };
  const newest = ticks[ticks.length - 1];
  const lines = namesOf(live, cut).flatMap((name, value) =>
    newest === undefined || (read(now, value, C_ROWS, newest) ?? 0) < LEAST_ROWS
      ? []
      : [line(name, value, column)],
  );
  return { ticks, lines };
}

export function joinGauge(observer: Observer, by: GaugeCut | null, span: GaugeSpan): GaugeSeries {
  const { live, twin } = observer.pair;
  const cut = joinCutOf(by);
  // The diary of a day tells what became of the saves of the day before.
  const known = live.diary.filter(
    ({ day }) => day >= 1 && (day - 1) * MINUTES_PER_DAY >= span.from - MINUTES_PER_DAY,
  );
  const usual = new Map((twin ?? live).diary.map(({ day, joins }) => [day, joins[cut]]));
  const share = (sums: Float64Array | undefined, value: number): number | null => {
    const saves = sums?.[2 * value] ?? 0;
    return saves === 0 ? null : sums![2 * value + 1]! / saves;
  };
  const ticks = known.map(({ day }) => (day - 1) * MINUTES_PER_DAY);
  const lines = namesOf(live, cut).flatMap((name, value): GaugeLine[] => {
    const values = known.map(({ joins }) => share(joins[cut], value));
    if (values.every((v) => v === null)) return [];
    const baseline = known.map(({ day }) => share(usual.get(day - WEEK_DAYS), value) ?? 0);
    return [
      lineOf(name, values, baseline, (k) => {
        const saves = known[k]!.joins[cut][2 * value]!;
        const p = Math.min(1 - 1 / (saves + 2), values[k] ?? 1);
        return 100 * Math.sqrt((2 * (1 - p)) / (p * Math.max(1, saves)));
      }),
    ];
  });
  return { ticks, lines };
}
