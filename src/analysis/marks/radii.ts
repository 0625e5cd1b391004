/** Whom an explanation would touch, were it so: by layer, the groups a census finds in a small world of it. */
import type { Conjunction } from '../../sim/segments.ts';
import type { World } from '../../sim/world.ts';
import type { PossiblePage } from '../belief/possible.ts';
import { censusObserver, censusOn, LAYERS, type Layer } from '../layers.ts';

/** A group and what it loses, of the mean. Groups of a layer share nobody; who is in none loses nothing. */
export interface Touched {
  readonly where: Conjunction;
  readonly loss: number;
}

export type Radii = Readonly<Record<Layer, readonly Touched[]>>;

/** `end`: the world at the horizon had nothing been done. */
export function radiiOf({ page, census }: PossiblePage, end: World): Radii {
  const { panel } = census;
  const atPage = censusObserver(page, panel, page.pair.live, census.soundNow);
  const later = censusObserver(page, panel, end, census.soundLater);
  const of = (layer: Layer): readonly Touched[] =>
    censusOn(layer === 'hurtLater' ? later : atPage, layer).census.hurt.map(({ where, mean }) => ({
      where,
      loss: mean,
    }));
  return Object.fromEntries(LAYERS.map((layer) => [layer, of(layer)])) as unknown as Radii;
}
