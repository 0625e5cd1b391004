/** Cumulative harm along a line of play: epochs of the panel, weighted by when people visit, summed to a curve. */
import { dayOf, minuteOfDay, MINUTES_PER_DAY } from '../sim/clock.ts';
import { minuteShare, weekdayFactor } from '../sim/people/visits.ts';
import { REGIONS } from '../sim/segments.ts';
import { REGION_SHARE } from '../sim/people/visits.ts';
import { SESSIONS_PER_DAY_MILLIONS } from '../sim/presets.ts';
import type { Pair, PanelEpoch } from '../sim/pair.ts';
import { valueOf } from '../sim/delivery/scope.ts';
import { epochLoss, STATED_WEIGHTS, type Weights } from './value.ts';

/** Cells harm is summed by: arm × activity × platform. Coarse enough that one cell holds a hundred members and more. */
export interface HarmCells {
  readonly cellOf: Int32Array;
  readonly count: number;
}

export function harmCells(pair: Pair): HarmCells {
  const index = new Map<string, number>();
  const { live, panel } = pair;
  const cellOf = Int32Array.from(panel.person, (person) => {
    const key = ['arm', 'activity', 'platform']
      .map((d) => valueOf(live, d as 'arm', person, 0, live.tick))
      .join('|');
    let c = index.get(key);
    if (c === undefined) {
      c = index.size;
      index.set(key, c);
    }
    return c;
  });
  return { cellOf, count: index.size };
}

/** Sessions of the whole service in a stretch of minutes, in millions. */
function sessionsBetween(from: number, to: number): number {
  const middle = (from + to) / 2;
  let share = 0;
  for (let r = 0; r < REGIONS.length; r++)
    share += REGION_SHARE[r]! * minuteShare(r, minuteOfDay(middle));
  return share * (to - from) * weekdayFactor(dayOf(middle)) * SESSIONS_PER_DAY_MILLIONS;
}

export interface HarmCurve {
  readonly ticks: readonly number[];
  /** Cumulative, millions of saves. */
  readonly values: readonly number[];
  readonly total: number;
}

/** Exposure taken from newcomers and small creators in a day against the twin, as saves, millions. */
function creatorLoss(
  pair: Pair,
  twinDays: ReadonlyMap<number, number>,
  day: number,
  { creator }: Weights,
): number {
  const live = pair.live.tallies.find((t) => t.day === day);
  const twinShare = twinDays.get(day);
  if (live === undefined || twinShare === undefined || live.sessions === 0) return 0;
  const displaced = Math.max(0, twinShare - live.newCreatorShare);
  return displaced * (live.impressions / live.sessions) * SESSIONS_PER_DAY_MILLIONS * creator;
}

/** New creators' share of exposure by day in the fault-free world. */
export function twinCreatorShares(pair: Pair): Map<number, number> {
  return new Map((pair.twin?.tallies ?? []).map((t) => [t.day, t.newCreatorShare]));
}

/** The curve over [from, to] in `step` minutes; the epochs must reach `to`. */
export function harmCurve(
  pair: Pair,
  cells: HarmCells,
  from: number,
  to: number,
  step: number,
  twinShares: ReadonlyMap<number, number>,
  weights = STATED_WEIGHTS,
): HarmCurve {
  const losses = new Map<PanelEpoch, number>();
  const lossOf = (epoch: PanelEpoch): number => {
    let loss = losses.get(epoch);
    if (loss === undefined) {
      loss = epochLoss(epoch, pair.panel, cells.cellOf, cells.count, weights);
      losses.set(epoch, loss);
    }
    return loss;
  };
  const ticks = [from];
  const values = [0];
  let sum = 0;
  let e = 0;
  const { epochs } = pair;
  for (let tick = from; tick < to; tick += step) {
    const end = Math.min(to, tick + step);
    // Within a step the epoch may change: walk its parts.
    let at = tick;
    while (at < end) {
      while (e + 1 < epochs.length && epochs[e + 1]!.tick <= at) e++;
      const until =
        e + 1 < epochs.length ? Math.min(end, Math.max(at + 1, epochs[e + 1]!.tick)) : end;
      sum += lossOf(epochs[e]!) * sessionsBetween(at, until);
      at = until;
    }
    if (end % MINUTES_PER_DAY < step) sum += creatorLoss(pair, twinShares, dayOf(end) - 1, weights);
    ticks.push(end);
    values.push(sum);
  }
  return { ticks, values, total: sum };
}
