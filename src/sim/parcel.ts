/** A world as plain data, for another thread or for a later day: without its working memory, which is made anew. */
import { createScratch } from './serving/scratch.ts';
import { keepColumns } from './ownColumns.ts';
import { worldAlike, type World } from './world.ts';

export type Parcel = Omit<World, 'scratch'> & { readonly scratch: null };

export function packWorld(world: World): Parcel {
  return { ...world, scratch: null };
}

export function unpackWorld(parcel: Parcel): World {
  // Nobody here knows which other parcels have its columns.
  return keepColumns(worldAlike({ ...parcel, scratch: createScratch(parcel.ideas.capacity) }));
}
