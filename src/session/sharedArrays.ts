/** Arrays that several copies of a world hold in common: made common where they are equal, and counted once. */
import { ideasAlike, peopleAlike } from '../sim/alike/community.ts';
import { countersAlike, popularAlike, rowsAlike } from '../sim/alike/platform.ts';
import type { World } from '../sim/world.ts';

/**
 * Gives a copied world the arrays of an earlier copy wherever they are equal to the bit. Only for copies that are never
 * advanced: whoever runs one copies it first.
 */
export function shareUnchanged(world: World, earlier: World): void {
  world.people = withEqual(peopleAlike(world.people), earlier.people);
  world.ideas = withEqual(ideasAlike(world.ideas), earlier.ideas);
  world.counters = withEqual(countersAlike(world.counters), earlier.counters);
  world.popular = withEqual(popularAlike(world.popular), earlier.popular);
  world.itemParts = world.itemParts.map((own, k) => {
    const other = earlier.itemParts[k];
    return other !== undefined && equal(own, other) ? other : own;
  });
  const open = world.chunks.at(-1)!;
  const before = earlier.chunks[world.chunks.length - 1];
  if (before !== undefined)
    world.chunks = [...world.chunks.slice(0, -1), withEqual(rowsAlike(open), before)];
}

/** The record, which nobody else has, with the other's arrays where they are equal. */
function withEqual<T extends object>(record: T, earlier: T): T {
  const others = earlier as Readonly<Record<string, unknown>>;
  for (const [name, own] of Object.entries(record)) {
    const other = others[name];
    if (ArrayBuffer.isView(own) && ArrayBuffer.isView(other) && equal(own, other))
      Object.assign(record, { [name]: other });
  }
  return record;
}

/** Byte by byte, four at a time where the arrays lie so. */
function equal(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.byteLength !== b.byteLength) return false;
  const words = a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 ? a.byteLength >> 2 : 0;
  const left = new Uint32Array(a.buffer, words === 0 ? 0 : a.byteOffset, words);
  const right = new Uint32Array(b.buffer, words === 0 ? 0 : b.byteOffset, words);
  for (let i = 0; i < words; i++) if (left[i] !== right[i]) return false;
  const leftBytes = new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
  const rightBytes = new Uint8Array(b.buffer, b.byteOffset, b.byteLength);
  for (let i = 4 * words; i < a.byteLength; i++) if (leftBytes[i] !== rightBytes[i]) return false;
  return true;
}

/** Every buffer behind an array that can be reached from a value. */
export function buffersIn(value: unknown): Set<ArrayBufferLike> {
  const buffers = new Set<ArrayBufferLike>();
  const seen = new Set<object>();
  const visit = (at: unknown): void => {
    if (typeof at !== 'object' || at === null || seen.has(at)) return;
    seen.add(at);
    if (ArrayBuffer.isView(at)) buffers.add(at.buffer);
    else for (const inner of Object.values(at)) visit(inner);
  };
  visit(value);
  return buffers;
}
