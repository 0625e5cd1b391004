/** A world as plain data, for another thread or for a later day: without its working memory, which is made anew. */
import { createScratch } from './serving/scratch.ts';
import type { World } from './world.ts';

export type Parcel = Omit<World, 'scratch'>;

export function packWorld(world: World): Parcel {
  const { scratch: _, ...parcel } = world;
  return parcel;
}

export function unpackWorld(parcel: Parcel): World {
  return { ...parcel, scratch: createScratch(parcel.ideas.capacity) };
}
