/** Which cell of a cut by kinds of ideas, or of people and ideas, each slot of a slate falls into. */
import { dayOf } from '../clock.ts';
import { ITEM_DIMENSIONS, ITEM_VALUES, type ItemDimension } from '../itemSegments.ts';
import type { Dimension, Scope } from '../segments.ts';
import type { World } from '../world.ts';
import { itemCodes } from './itemCodes.ts';
import type { ItemCells } from './itemSums.ts';
import { epochAt } from './epochs.ts';
import type { Observer } from './observer.ts';
import { groupBy } from './readings.ts';

export type ItemCut = ItemDimension | Dimension;

export function isItemDimension(cut: ItemCut): cut is ItemDimension {
  return ITEM_DIMENSIONS.some((d) => d === cut);
}

/** Cells of a cut and what each is called. At least one of the cuts is of ideas. */
export interface NamedCells {
  readonly cells: ItemCells;
  readonly names: readonly (readonly string[])[];
  /** Ideas of each cell that had been uploaded by then and are in the catalogue now. */
  readonly ideas: readonly number[];
}

/**
 * The minute whose slates stand for a minute: ideas are as old as they were in the slates they were shown in, however
 * much later one reads. Of the time before the worlds parted one sample is kept.
 */
export function slatesAt(observer: Observer, tick: number): number {
  const { pair } = observer;
  return pair.epochs.length === 0 ? tick : epochAt(pair, Math.min(tick, pair.live.tick)).tick;
}

/** As they were at `tick`; popularity alone is what it is now, of which no record is kept. */
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
  const day = dayOf(tick);
  for (let i = 0; i < live.ideas.count; i++)
    if (live.ideas.live[i] === 1 && live.ideas.birthDay[i]! <= day)
      counted[liveCode[i]!] = counted[liveCode[i]!]! + 1;
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
