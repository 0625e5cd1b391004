/**
 * Whom an explanation would touch, were it so: by layer, the groups that a census finds in small worlds of it. One small world
 * has too few people for small groups, so those of several seeds are counted together.
 */
import type { Conjunction, Dimension } from '../../sim/segments.ts';
import type { World } from '../../sim/world.ts';
import type { PossiblePage } from '../belief/possible.ts';
import { groupsIn } from '../census.ts';
import { censusObserver, observedOn, type Layer } from '../layers.ts';
import type { Leaf, Observations } from '../tree.ts';

type ByLayer<T> = Readonly<Record<Layer, T>>;

/** Loss of everybody in a world. */
export type Observed = ByLayer<Observations>;

/** A group and what it loses, of the mean. Groups of a layer share nobody; who is in none loses nothing. */
export interface Touched {
  readonly where: Conjunction;
  readonly loss: number;
}

export type Radii = ByLayer<readonly Touched[]>;

export const byLayer = <T>(of: (layer: Layer) => T): ByLayer<T> => ({
  reading: of('reading'),
  hurtNow: of('hurtNow'),
  hurtLater: of('hurtLater'),
});

/** `end`: the world at the horizon had nothing been done. */
export function observedIn({ page, census }: PossiblePage, end: World): Observed {
  const { panel } = census;
  const atPage = censusObserver(page, panel, page.pair.live, census.soundNow);
  const later = censusObserver(page, panel, end, census.soundLater);
  return byLayer((layer) => observedOn(layer === 'hurtLater' ? later : atPage, layer));
}

/** Of the worlds of one explanation. */
export function radiiOf(worlds: readonly Observed[]): Radii {
  return byLayer((layer) => {
    const { hurt } = groupsIn(together(worlds.map((world) => world[layer])));
    return touchedOf(hurt);
  });
}

export const touchedOf = (hurt: readonly Leaf[]): Touched[] =>
  hurt.map(({ where, mean }) => ({ where, loss: mean }));

function together(all: readonly Observations[]): Observations {
  const joined = (of: (data: Observations) => Float64Array): Float64Array =>
    Float64Array.from(all.flatMap((data) => [...of(data)]));
  const dimensions: Dimension[] = [...(all[0]?.labels.keys() ?? [])];
  return {
    value: joined(({ value }) => value),
    weight: joined(({ weight }) => weight),
    labels: new Map(dimensions.map((d) => [d, all.flatMap(({ labels }) => labels.get(d) ?? [])])),
  };
}
