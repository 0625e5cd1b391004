/** Readings by kinds of ideas, or of people and ideas, each with the noise of real traffic and the luck of the panel. */
import {
  ITEM_DIMENSIONS,
  ITEM_VALUES,
  type ItemDimension,
  type ItemMetric,
} from '../itemSegments.ts';
import type { Dimension, Scope } from '../segments.ts';
import type { World } from '../world.ts';
import { itemCodes } from './itemCodes.ts';
import {
  I_CLOSEUPS,
  I_COUNT,
  I_HIDES,
  I_IMPRESSIONS,
  I_SAVES,
  itemSums,
  JACKKNIFE,
  type ItemCells,
  type ItemSums,
} from './itemSums.ts';
import type { Observer } from './observer.ts';
import { NOISE, type Quantity } from './quantities.ts';
import { groupBy } from './readings.ts';

export type ItemCut = ItemDimension | Dimension;

export function isItemDimension(cut: ItemCut): cut is ItemDimension {
  return ITEM_DIMENSIONS.some((d) => d === cut);
}

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

/** Cells of a cut and what each is called. At least one of the cuts is of ideas. */
export interface NamedCells {
  readonly cells: ItemCells;
  readonly names: readonly (readonly string[])[];
  /** Live ideas of each cell, in the world and in its twin. */
  readonly ideas: readonly number[];
}

export function itemCells(
  observer: Observer,
  by: readonly ItemCut[],
  scope: Scope,
  tick: number,
): NamedCells {
  const { live, twin } = observer.pair;
  const ofItems = by.filter(isItemDimension);
  const people = by.find((cut): cut is Dimension => !isItemDimension(cut));
  const sizes = ofItems.map((d) => ITEM_VALUES[d].length);
  const width = sizes.reduce((product, n) => product * n, 1);
  const code = (world: World): Uint8Array => {
    const [first, second] = ofItems.map((d) => itemCodes(world, d, tick));
    if (first === undefined || second === undefined) return first ?? new Uint8Array(0);
    return first.map((c, i) => c * sizes[1]! + second[i]!);
  };
  const liveCode = code(live);
  const grouping = groupBy(observer, people === undefined ? [] : [people], scope, 'all', tick);
  const counted = Array.from({ length: width }, () => 0);
  for (let i = 0; i < live.ideas.count; i++)
    if (live.ideas.live[i] === 1) counted[liveCode[i]!] = counted[liveCode[i]!]! + 1;
  const names: string[][] = [];
  const ideas: number[] = [];
  for (const group of grouping.keys) {
    for (let w = 0; w < width; w++) {
      const values = ofItems.map((d, k) =>
        k === 0 && sizes.length === 2
          ? ITEM_VALUES[d][Math.floor(w / sizes[1]!)]!
          : ITEM_VALUES[d][w % sizes[k]!]!,
      );
      // In the order in which the cuts were named.
      names.push(by.map((cut) => (isItemDimension(cut) ? values[ofItems.indexOf(cut)]! : group)));
      ideas.push(counted[w]!);
    }
  }
  return {
    names,
    ideas,
    cells: {
      count: grouping.keys.length * width,
      ofPeople: grouping.groups,
      width,
      liveCode,
      twinCode: code(twin ?? live),
    },
  };
}

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

/** Readings of every cell that has impressions; empty before the worlds have parted. */
export function readItems(
  observer: Observer,
  metric: ItemMetric,
  { cells, names, ideas }: NamedCells,
  tick: number,
  hours: number,
): ItemReading[] {
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
      const value = sums.liveShown[cell]!.size / Math.max(1, ideas[cell]!);
      const baseline = sums.baseShown[cell]!.size / Math.max(1, ideas[cell]!);
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
