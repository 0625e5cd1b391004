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
