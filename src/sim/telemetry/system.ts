/** Whole-system metrics by day: concentration, creators, coverage. From what each world truly served, with small noise. */
import { normal } from '../../determinism/random.ts';
import { dayOf, MINUTES_PER_DAY } from '../clock.ts';
import type { MetricId } from '../metrics.ts';
import type { DayTally } from './tally.ts';
import type { Observer } from './observer.ts';

/** Relative noise of a daily system figure, per cent. */
const SYSTEM_NOISE = 1;

const FIELD: Readonly<Partial<Record<MetricId, keyof DayTally>>> = {
  head_share: 'headShare',
  unique_items: 'uniqueItems',
  exposure_gini: 'gini',
  new_creator_share: 'newCreatorShare',
  tail_labels: 'tailLabels',
  search_demand: 'headDemand',
  head_value: 'headValue',
};

const STREAM: readonly MetricId[] = Object.keys(FIELD) as MetricId[];
/** Days the baseline of a system figure averages over: weekday swings cancel. */
const BASELINE_DAYS = 14;

export interface SystemReading {
  readonly value: number;
  readonly baseline: number;
  readonly deviation: number;
  readonly error: number;
  readonly day: number;
}

function field(tally: DayTally | undefined, name: keyof DayTally): number | null {
  const value = tally?.[name];
  return typeof value === 'number' && tally !== undefined && tally.sessions > 0 ? value : null;
}

/** Twin's figures averaged over the days before the worlds parted: what these four weeks looked like before. */
function baselineOf(observer: Observer, name: keyof DayTally): number {
  const { pair } = observer;
  const source = pair.twin ?? pair.live;
  const parted = dayOf(pair.forkTick);
  const days = source.tallies
    .filter((t) => t.day >= 2 && t.day < Math.max(3, parted))
    .slice(-BASELINE_DAYS);
  let sum = 0;
  for (const tally of days) sum += field(tally, name) ?? 0;
  return days.length === 0 ? 0 : sum / days.length;
}

/** The last finished day's figure; a day's books are closed in the first minute of the next. */
export function readSystem(
  observer: Observer,
  metric: MetricId,
  tick: number,
): SystemReading | null {
  return systemAt(observer, metric, dayOf(tick - 1) - 1);
}

export function systemAt(observer: Observer, metric: MetricId, day: number): SystemReading | null {
  const name = FIELD[metric];
  if (name === undefined) return null;
  const tally = observer.pair.live.tallies.find((t) => t.day === day);
  const raw = field(tally, name);
  if (raw === null) return null;
  const { key, silent } = observer.lattice;
  const drawn = silent ? 0 : normal(key, 5000 + STREAM.indexOf(metric), day);
  const noise = 1 + (SYSTEM_NOISE / 100) * drawn;
  const value = raw * noise;
  const baseline = baselineOf(observer, name);
  return {
    value,
    baseline,
    deviation: baseline === 0 ? 0 : 100 * (value / baseline - 1),
    error: SYSTEM_NOISE,
    day,
  };
}

/** Daily series up to the last finished day. */
export function systemSeries(
  observer: Observer,
  metric: MetricId,
  from: number,
  to: number,
): { ticks: number[]; values: number[]; baselines: number[] } {
  const ticks: number[] = [];
  const values: number[] = [];
  const baselines: number[] = [];
  for (let day = Math.max(0, dayOf(from)); day < dayOf(to); day++) {
    const reading = systemAt(observer, metric, day);
    if (reading === null) continue;
    ticks.push(day * MINUTES_PER_DAY);
    values.push(reading.value);
    baselines.push(reading.baseline);
  }
  return { ticks, values, baselines };
}
