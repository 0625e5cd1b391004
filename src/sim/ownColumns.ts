/** The columns of a world that was forked or is a fork, made its own before it writes them. */
import { ideasAlike, peopleAlike } from './alike/community.ts';
import { countersAlike, popularAlike } from './alike/platform.ts';
import { copyChunk } from './data/rows.ts';
import { apart, isReadTogether, readTogether } from './owned.ts';
import type { World } from './world.ts';

/** To be called before anything below writes; costs a look where nothing is shared. */
export function ownColumns(world: World): void {
  // The records of a world are shared together and parted together.
  if (!isReadTogether(world.people)) return;
  world.people = apart(world.people, (people) => copyColumns(peopleAlike(people)));
  world.ideas = apart(world.ideas, (ideas) => copyColumns(ideasAlike(ideas)));
  world.counters = apart(world.counters, (counters) => copyColumns(countersAlike(counters)));
  world.popular = apart(world.popular, (popular) => copyColumns(popularAlike(popular)));
  const open = world.chunks.at(-1)!;
  world.chunks = [...world.chunks.slice(0, -1), apart(open, copyChunk)];
}

/** The world, which from here on writes no column it has now: others may have them, who are not counted. */
export function keepColumns(world: World): World {
  for (const record of [world.people, world.ideas, world.counters, world.popular])
    readTogether(record, true);
  readTogether(world.chunks.at(-1)!, true);
  return world;
}

/** Puts a copy in the place of every typed array of a flat record; for one that nobody else has yet. */
function copyColumns<T extends object>(columns: T): T {
  const own = columns as Record<string, unknown>;
  for (const [name, value] of Object.entries(columns))
    if (ArrayBuffer.isView(value)) own[name] = (value as Float32Array).slice();
  return columns;
}
