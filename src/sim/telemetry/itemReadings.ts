/** Readings by kinds of ideas, or of people and ideas, each with the noise of real traffic and the luck of the panel. */
import type { ItemMetric } from '../itemSegments.ts';
import type { World } from '../world.ts';
import type { NamedCells } from './itemCells.ts';
import {
  I_CLOSEUPS,
  I_COUNT,
  I_HIDES,
  I_IMPRESSIONS,
  I_SAVES,
  itemSums,
  JACKKNIFE,
  type ItemSums,
} from './itemSums.ts';
import type { Observer } from './observer.ts';
import { NOISE, type Quantity } from './quantities.ts';

export interface ItemReading {
  /** A value of each cut, in their order. */
  readonly keys: readonly string[];
  readonly value: number;
  readonly baseline: number;
  /** Per cent against the baseline, and its standard error. */
  readonly deviation: number;
  readonly error: number;
  /** Share of impressions at the baseline. */
  readonly share: number;
}

type RateOfItems = Exclude<ItemMetric, 'item_coverage'>;

const TOP: Readonly<Record<RateOfItems, readonly [number, Quantity]>> = {
  impression_share: [I_IMPRESSIONS, 'loggedImpressions'],
  item_save_rate: [I_SAVES, 'loggedSaves'],
  item_closeup_rate: [I_CLOSEUPS, 'loggedCloseups'],
  item_hide_rate: [I_HIDES, 'loggedHides'],
};

/** Sums of a cell with one group left out; −1: none is. */
function cellSum(sums: Float64Array, cell: number, column: number, without: number): number {
  let sum = 0;
  for (let g = 0; g < JACKKNIFE; g++)
    if (g !== without) sum += sums[(cell * JACKKNIFE + g) * I_COUNT + column]!;
  return sum;
}

function allOf(sums: Float64Array, count: number, column: number, without: number): number {
  let sum = 0;
  for (let cell = 0; cell < count; cell++) sum += cellSum(sums, cell, column, without);
  return sum;
}

/** Display error, per cent, of a figure over its share of all such acts, and of all impressions, in so many hours. */
function displayError(
  metric: RateOfItems,
  acts: number,
  impressions: number,
  hours: number,
): number {
  const top = NOISE[TOP[metric][1]].cell;
  const bottom = metric === 'impression_share' ? 0 : NOISE.loggedImpressions.cell;
  return Math.sqrt(
    (top * top) / Math.max(1e-9, acts * hours) +
      (bottom * bottom) / Math.max(1e-9, impressions * hours),
  );
}

/** All impressions: as shown, and of world and twin with each group left out, the first with none. */
interface Totals {
  readonly shown: number;
  readonly groups: readonly (readonly [number, number])[];
}

function readCell(
  metric: RateOfItems,
  { shown, live, base }: ItemSums,
  cell: number,
  totals: Totals,
): { value: number; baseline: number; luck: number } {
  const [column] = TOP[metric];
  const figure = (sums: Float64Array, total: number, without: number): number => {
    const bottom =
      metric === 'impression_share' ? total : cellSum(sums, cell, I_IMPRESSIONS, without);
    return bottom === 0 ? 0 : cellSum(sums, cell, column, without) / bottom;
  };
  const of = (without: number): [number, number] => {
    const [now, then] = totals.groups[without + 1]!;
    return [figure(live, now, without), figure(base, then, without)];
  };
  const [, baseline] = of(-1);
  const top = shown[cell * I_COUNT + column]!;
  const bottom = metric === 'impression_share' ? totals.shown : shown[cell * I_COUNT]!;
  const value = bottom === 0 ? 0 : top / bottom;
  const parts = Array.from({ length: JACKKNIFE }, (_, g) => {
    const [a, b] = of(g);
    return b === 0 ? 0 : 100 * (a / b - 1);
  });
  const mean = parts.reduce((sum, d) => sum + d, 0) / JACKKNIFE;
  const squares = parts.reduce((sum, d) => sum + (d - mean) * (d - mean), 0);
  return { value, baseline, luck: Math.sqrt(((JACKKNIFE - 1) / JACKKNIFE) * squares) };
}

/** Share of a cell's ideas that were shown. Some have retired since: those that were shown are known, and counted. */
function covered({ ideas }: World, shown: ReadonlySet<number>, kept: number): number {
  let retired = 0;
  for (const idea of shown) if (ideas.live[idea] === 0) retired++;
  return shown.size / Math.max(1, kept + retired);
}

/** Readings of every cell that has impressions; empty before the worlds have parted. */
export function readItems(
  observer: Observer,
  metric: ItemMetric,
  { cells, names, ideas }: NamedCells,
  tick: number,
  hours: number,
): ItemReading[] {
  const { live } = observer.pair;
  const sums = itemSums(observer, cells, tick, hours);
  if (sums === null) return [];
  const groups = Array.from(
    { length: JACKKNIFE + 1 },
    (_, k) =>
      [
        allOf(sums.live, cells.count, I_IMPRESSIONS, k - 1),
        allOf(sums.base, cells.count, I_IMPRESSIONS, k - 1),
      ] as const,
  );
  const shown = names.reduce((sum, _, cell) => sum + sums.shown[cell * I_COUNT]!, 0);
  const totals: Totals = { shown, groups };
  const all = groups[0]![1];
  return names.flatMap((keys, cell): ItemReading[] => {
    const impressions = cellSum(sums.base, cell, I_IMPRESSIONS, -1);
    const share = all === 0 ? 0 : impressions / all;
    if (impressions === 0) return [];
    if (metric === 'item_coverage') {
      const value = covered(live, sums.liveShown[cell]!, ideas[cell]!);
      const baseline = covered(live, sums.baseShown[cell]!, ideas[cell]!);
      const p = Math.min(1 - 0.5 / Math.max(1, ideas[cell]!), baseline);
      const error = 100 * Math.sqrt((1 - p) / (p * Math.max(1, ideas[cell]!)));
      const deviation = 100 * (value / baseline - 1);
      return [{ keys, value, baseline, deviation, error, share }];
    }
    const { value, baseline, luck } = readCell(metric, sums, cell, totals);
    if (baseline === 0) return [];
    const [column] = TOP[metric];
    const acts = cellSum(sums.base, cell, column, -1) / sums.totals[column]!;
    const display = displayError(metric, acts, impressions / sums.totals[I_IMPRESSIONS]!, hours);
    return [
      {
        keys,
        value,
        baseline,
        deviation: 100 * (value / baseline - 1),
        error: Math.sqrt(display * display + luck * luck),
        share,
      },
    ];
  });
}
