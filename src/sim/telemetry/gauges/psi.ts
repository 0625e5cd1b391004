/** Drift of the ranker's inputs day by day. */
import { MINUTES_PER_DAY } from '../../clock.ts';
import { sampleInputs } from '../../data/diary.ts';
import type { InputSamples } from '../../data/diaryShape.ts';
import { ROW_INPUTS, type RowInput } from '../../data/rows.ts';
import type { GaugeCut } from '../../gauges.ts';
import type { World } from '../../world.ts';
import { psiOfSamples } from '../drift.ts';
import type { Observer } from '../observer.ts';
import {
  lineOf,
  NO_SERIES,
  spread,
  type GaugeLine,
  type GaugeSeries,
  type GaugeSpan,
} from './line.ts';

const WEEK_DAYS = 7;
/** Rows of the running day that make a sample. */
const ENOUGH_ROWS = 200;
/** Index that two samples of one population are apart by chance: nine degrees of freedom over their sizes. */
const SAMPLED = 0.02;

const INPUTS = Object.keys(ROW_INPUTS) as readonly RowInput[];

/** Each day's inputs against those of the same weekday a week before in the fault-free world. */
export function psiGauge(observer: Observer, by: GaugeCut | null, span: GaugeSpan): GaugeSeries {
  const { live, twin } = observer.pair;
  const running = live.chunks[live.chunks.length - 1]!;
  const samples = (world: World): Map<number, InputSamples> =>
    new Map(world.diary.map(({ day, inputs }) => [day, inputs]));
  const now = samples(live);
  if (running.length >= ENOUGH_ROWS) now.set(running.day, sampleInputs(running));
  const usual = samples(twin ?? live);
  const days = [...now.keys()].filter(
    (day) => usual.has(day - WEEK_DAYS) && (day + 1) * MINUTES_PER_DAY > span.from,
  );
  if (days.length === 0) return NO_SERIES;
  const psi = (of: InputSamples | undefined, then: InputSamples, input: RowInput): number =>
    of === undefined ? 0 : psiOfSamples(then[input], of[input]);
  const figures = (world: ReadonlyMap<number, InputSamples>, input: RowInput): number[] =>
    days.map((day) => psi(world.get(day), usual.get(day - WEEK_DAYS)!, input));
  // The running day has no finished counterpart: it is held against the mean of the others.
  const steady = (values: readonly number[]): number[] => {
    const finished = values.filter((v) => v > 0);
    const mean = finished.reduce((sum, v) => sum + v, 0) / Math.max(1, finished.length);
    return values.map(() => mean);
  };
  const line = (key: string, mine: readonly number[], theirs: readonly number[]): GaugeLine => {
    const baseline = steady(theirs);
    const apart = spread(theirs.filter((v) => v > 0));
    const error = 100 * Math.sqrt(apart * apart + SAMPLED * SAMPLED);
    return lineOf(key, mine, baseline, (k) => error / Math.max(1e-9, baseline[k]!));
  };
  const all = INPUTS.map((input) => ({
    input,
    mine: figures(now, input),
    theirs: figures(usual, input),
  }));
  const ticks = days.map((day) => day * MINUTES_PER_DAY);
  if (by === 'input')
    return { ticks, lines: all.map(({ input, mine, theirs }) => line(input, mine, theirs)) };
  const most = (pick: 'mine' | 'theirs'): number[] =>
    days.map((_, k) => Math.max(...all.map((a) => a[pick][k]!)));
  return { ticks, lines: [line('all', most('mine'), most('theirs'))] };
}
