/**
 * Gauges of model quality: what the registry evaluated offline, what came of stated saves, how much of the catalogue is
 * reached. Held against the mean of the fault-free days before the worlds parted.
 */
import { MINUTES_PER_DAY, dayOf } from '../../clock.ts';
import { C_HEADS, C_STATED, COLUMN_COUNT, QUARTERS, type DiaryDay } from '../../data/diaryShape.ts';
import { JOIN_RATE } from '../../data/labels.ts';
import type { ModelLine, OfflineFigures } from '../../delivery/registry.ts';
import type { GaugeCut, GaugeId } from '../../gauges.ts';
import { SAVE } from '../../presets.ts';
import type { World } from '../../world.ts';
import type { Observer } from '../observer.ts';
import { lineOf, spread, type GaugeLine, type GaugeSeries, type GaugeSpan } from './line.ts';

/** Days a baseline averages over, at most, and the first that is past the settling in. */
const BASELINE_DAYS = 14;
const SETTLED = 2;
/** Days before the worlds parted that make a baseline; fewer, and the fault-free world is read further on. */
const FEWEST = 4;

/** A daily figure of a world; null on days without one. */
type Daily = (world: World, day: number) => number | null;

function daysBetween(span: GaugeSpan): number[] {
  const days: number[] = [];
  for (let day = dayOf(span.from); day < dayOf(span.to); day++) days.push(day);
  return days;
}

/** Fault-free figures that a day is held against. */
function history(observer: Observer, daily: Daily): number[] {
  const { pair } = observer;
  const world = pair.twin ?? pair.live;
  const before = (until: number): number[] =>
    Array.from({ length: Math.max(0, until - SETTLED) }, (_, k) => daily(world, k + SETTLED))
      .filter((v) => v !== null)
      .slice(-BASELINE_DAYS);
  const parted = before(dayOf(pair.forkTick));
  return parted.length >= FEWEST ? parted : before(dayOf(world.tick));
}

function dailyLine(
  observer: Observer,
  key: string,
  days: readonly number[],
  daily: Daily,
): GaugeLine {
  const usual = history(observer, daily);
  const mean = usual.reduce((sum, v) => sum + v, 0) / Math.max(1, usual.length);
  const apart = mean === 0 ? 0 : (100 * spread(usual)) / Math.abs(mean);
  return lineOf(
    key,
    days.map((day) => daily(observer.pair.live, day)),
    days.map(() => mean),
    () => apart * Math.sqrt(1 + 1 / Math.max(1, usual.length)),
  );
}

const whole =
  (read: (day: DiaryDay, world: World) => number | null): Daily =>
  (world, day) => {
    const entry = world.diary.find((d) => d.day === day);
    return entry === undefined ? null : read(entry, world);
  };

export function coverageGauge(observer: Observer, gauge: GaugeId, span: GaugeSpan): GaugeSeries {
  const daily = whole((entry, world) => {
    if (gauge === 'fresh_coverage') return entry.coverage.fresh;
    const shown = world.tallies.find((t) => t.day === entry.day)?.uniqueItems ?? 0;
    return entry.live === 0 ? null : shown / entry.live;
  });
  const days = daysBetween(span);
  return {
    ticks: days.map((day) => day * MINUTES_PER_DAY),
    lines: [dailyLine(observer, 'all', days, daily)],
  };
}

/** Saves stated for a day's rows over those that came of them: as the join has them, or all. */
function calibrationOf(joined: boolean): Daily {
  return (world, day) => {
    const entry = world.diary.find((d) => d.day === day);
    const next = world.diary.find((d) => d.day === day + 1);
    if (entry === undefined || next === undefined) return null;
    let stated = 0;
    let saves = 0;
    for (let q = 0; q < QUARTERS; q++) {
      stated += entry.sums.all[q * COLUMN_COUNT + C_STATED]!;
      saves += entry.sums.all[q * COLUMN_COUNT + C_HEADS + SAVE]!;
    }
    const came = joined ? next.joins.all[1]! / JOIN_RATE : saves;
    return came === 0 ? null : stated / came;
  };
}

export function labelCalibration(
  observer: Observer,
  by: GaugeCut | null,
  span: GaugeSpan,
): GaugeSeries {
  const days = daysBetween(span);
  const lines = [dailyLine(observer, 'once all have come', days, calibrationOf(false))];
  if (by === 'labels')
    lines.push(dailyLine(observer, 'as the join has them', days, calibrationOf(true)));
  return { ticks: days.map((day) => day * MINUTES_PER_DAY), lines };
}

const FIGURES: Readonly<
  Partial<Record<GaugeId, (of: OfflineFigures, slice: string | null) => number | null>>
> = {
  auc: (of, slice) => (slice === null ? of : of.slices[slice])?.auc ?? null,
  offline_calibration: (of, slice) => (slice === null ? of : of.slices[slice])?.calibration ?? null,
  ndcg: (of, slice) => (slice === null ? of.ndcg : null),
};

/** Offline figures of a version on a day held out; the newest training that evaluated it. */
function offlineOf(line: ModelLine | undefined, day: number): OfflineFigures | null {
  return line?.snapshots.findLast((s) => s.offline?.day === day)?.offline ?? null;
}

export function offlineGauge(
  observer: Observer,
  gauge: GaugeId,
  by: GaugeCut | null,
  span: GaugeSpan,
): GaugeSeries {
  const read = FIGURES[gauge];
  const { live } = observer.pair;
  if (read === undefined) return { ticks: [], lines: [] };
  const days = daysBetween(span);
  const daily =
    (version: string, slice: string | null): Daily =>
    (world, day) => {
      const figures = offlineOf(
        world.lines.find((l) => l.version === version),
        day,
      );
      return figures === null ? null : read(figures, slice);
    };
  const trained = live.lines.filter((l) => l.snapshots.some((s) => s.offline !== null));
  const main = trained[0];
  const slices = Object.keys(main?.snapshots.at(-1)?.offline?.slices ?? {});
  const lines =
    by === 'version'
      ? trained.map((l) => dailyLine(observer, l.version, days, daily(l.version, null)))
      : main === undefined
        ? []
        : by === 'slice'
          ? slices.map((slice) => dailyLine(observer, slice, days, daily(main.version, slice)))
          : [dailyLine(observer, 'all', days, daily(main.version, null))];
  return { ticks: days.map((day) => day * MINUTES_PER_DAY), lines };
}
