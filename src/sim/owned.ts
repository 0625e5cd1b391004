/**
 * What only one world holds. A part or a chunk that is done with may be written over where nobody else has it, which
 * saves the machine from finding fresh memory, page by page, all day long. Whatever was not made here by
 * the world itself, or has been shared since, counts as somebody else's.
 */
const owned = new WeakSet<object>();

/** Just made, and held by one world. */
export function own<T extends object>(thing: T): T {
  owned.add(thing);
  return thing;
}

/** From here on held by another world too: never written again, whoever lets it go. */
export function share<T extends object>(thing: T): T {
  owned.delete(thing);
  return thing;
}

export const isOwned = (thing: object): boolean => owned.has(thing);

/** By record of columns that worlds have in common since a fork: how many of them still read it. */
const readers = new WeakMap<object, number>();

/** Somebody beside those who are known keeps the columns of it: whoever writes takes a copy first. */
const EVERYBODY = Infinity;

/** One world more reads the record; `keeper`: one that never lets go of it. */
export function readTogether<T extends object>(record: T, keeper = false): T {
  readers.set(record, keeper ? EVERYBODY : (readers.get(record) ?? 1) + 1);
  return record;
}

export const isReadTogether = (record: object): boolean => (readers.get(record) ?? 1) > 1;

/** The record for a world that is about to write it: a copy of its own, unless it is the last to read it. */
export function apart<T extends object>(record: T, copy: (record: T) => T): T {
  const count = readers.get(record) ?? 1;
  if (count <= 1) return record;
  readers.set(record, count - 1);
  return copy(record);
}
