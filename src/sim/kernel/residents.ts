/**
 * What of worlds lies in the kernel's memory: indexes are never written once made, and of an item part that is written over
 * the copy is forgotten, so a copy is good for as long as there is room for it. Several worlds take turns in one memory; the least lately used makes way.
 */
import { CELL_COUNT, type RetrievalIndex } from '../serving/index.ts';
import { EMBED_DIMS, HEAD_COUNT } from '../presets.ts';
import { RESIDENT_INDEXES, RESIDENT_PARTS, type Kernel } from './kernel.ts';

/** Places for things of a kind; each is told by its identity. */
class Places<T extends object> {
  readonly #held: (T | null)[];
  readonly #used: Float64Array;
  readonly #admit: (thing: T, place: number) => void;
  #clock = 0;
  #last = 0;

  constructor(size: number, admit: (thing: T, place: number) => void) {
    this.#held = Array.from({ length: size }, () => null);
    this.#used = new Float64Array(size);
    this.#admit = admit;
  }

  /** Where a thing lies; it is brought in where it does not. */
  of(thing: T): number {
    if (this.#held[this.#last] === thing) return this.#last;
    let place = this.#held.indexOf(thing);
    if (place < 0) {
      place = this.#used.indexOf(Math.min(...this.#used));
      this.#admit(thing, place);
      this.#held[place] = thing;
    }
    this.#used[place] = ++this.#clock;
    this.#last = place;
    return place;
  }

  /** It is another thing from here on. */
  forget(thing: T): void {
    const place = this.#held.indexOf(thing);
    if (place < 0) return;
    this.#held[place] = null;
    this.#used[place] = 0;
  }
}

export interface Residents {
  part(part: Float32Array): number;
  /** What this part holds has changed. */
  forgetPart(part: Float32Array): void;
  index(index: RetrievalIndex): number;
}

export function createResidents(kernel: Kernel, capacity: number): Residents {
  const parts = kernel.floats('part', RESIDENT_PARTS * HEAD_COUNT * capacity);
  const startLength = CELL_COUNT + 1;
  const starts = kernel.ints('start', RESIDENT_INDEXES * startLength);
  const members = kernel.shorts('members', RESIDENT_INDEXES * capacity);
  const rows = kernel.shorts('rowOf', RESIDENT_INDEXES * capacity);
  const traits = kernel.ints('traits', RESIDENT_INDEXES * capacity);
  const embedding = kernel.floats('embedding', RESIDENT_INDEXES * EMBED_DIMS * capacity);
  const centroidLength = CELL_COUNT * EMBED_DIMS;
  const centroid = kernel.floats('centroid', RESIDENT_INDEXES * centroidLength);
  const partPlaces = new Places<Float32Array>(RESIDENT_PARTS, (part, place) =>
    parts.set(part, place * HEAD_COUNT * capacity),
  );
  const indexPlaces = new Places<RetrievalIndex>(RESIDENT_INDEXES, (index, place) => {
    starts.set(index.start, place * startLength);
    members.set(index.members, place * capacity);
    rows.set(index.rowOf, place * capacity);
    traits.set(index.traits, place * capacity);
    embedding.set(index.embedding, place * EMBED_DIMS * capacity);
    centroid.set(index.centroid, place * centroidLength);
  });
  return {
    part: (part) => partPlaces.of(part),
    forgetPart: (part) => partPlaces.forget(part),
    index: (index) => indexPlaces.of(index),
  };
}
