/**
 * Canonical hash of a state: equal states hash alike in every engine, so NaN has one form and −0 is 0.
 * Two 32-bit lanes side by side; for telling runs apart, not against an adversary (64 bits).
 */

export type HashableArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const HIGH = LITTLE_ENDIAN ? 1 : 0;

const scratch = new Float64Array(1);
const scratchWords = new Uint32Array(scratch.buffer);

/** Put before each part, so that (1, "1") and [1] differ, and ("ab", "c") from ("a", "bc"). */
const TAG = {
  number: 1,
  string: 2,
  Int8Array: 3,
  Uint8Array: 4,
  Uint8ClampedArray: 5,
  Int16Array: 6,
  Uint16Array: 7,
  Int32Array: 8,
  Uint32Array: 9,
  Float32Array: 10,
  Float64Array: 11,
} as const;

/**
 * Incremental hash of numbers, strings and typed arrays, sensitive to their order, kind and length.
 * `new Hasher().number(tick).array(scores).digest()`; digesting does not end it.
 */
export class Hasher {
  #a = 0x243f6a88 | 0;
  #b = 0x85a308d3 | 0;

  /** A double: every NaN counts as one value, −0 as 0. */
  number(x: number): this {
    this.#word(TAG.number);
    scratch[0] = x;
    this.#doubles(scratchWords);
    return this;
  }

  /** A string, by its UTF-16 code units. */
  string(text: string): this {
    this.#word(TAG.string);
    this.#word(text.length);
    for (let i = 0; i < text.length; i++) this.#word(text.charCodeAt(i));
    return this;
  }

  /** A typed array: kind, length, then each element. Only floats are canonicalised. */
  array(values: HashableArray): this {
    this.#word(TAG[values.constructor.name as keyof typeof TAG]);
    this.#word(values.length);
    const { buffer, byteOffset, byteLength } = values;
    if (values instanceof Float64Array) {
      this.#doubles(new Uint32Array(buffer, byteOffset, 2 * values.length));
    } else if (values instanceof Float32Array) {
      this.#floats(new Uint32Array(buffer, byteOffset, values.length));
    } else if (values.BYTES_PER_ELEMENT === 4) {
      this.#words(new Uint32Array(buffer, byteOffset, values.length));
    } else {
      this.#narrow(values, buffer, byteOffset, byteLength);
    }
    return this;
  }

  /** The hash so far: 16 lower-case hexadecimal digits. */
  digest(): string {
    // Each lane stirs the other, so that both halves depend on all input.
    const a = stir(this.#a ^ stir(this.#b ^ 0x13198a2e));
    const b = stir(this.#b ^ a);
    return hex(a) + hex(b);
  }

  #word(w: number): void {
    const a = Math.imul(this.#a ^ w, 0x9e3779b1);
    this.#a = a ^ (a >>> 15);
    const b = Math.imul(this.#b ^ w, 0xcc9e2d51);
    this.#b = b ^ (b >>> 13);
  }

  /** As `#word` for each, with the lanes in locals: private fields cost a store per word. */
  #words(words: Uint32Array): void {
    let a = this.#a;
    let b = this.#b;
    for (let i = 0; i < words.length; i++) {
      const w = words[i]!;
      a = Math.imul(a ^ w, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ w, 0xcc9e2d51);
      b ^= b >>> 13;
    }
    this.#a = a;
    this.#b = b;
  }

  #floats(words: Uint32Array): void {
    let a = this.#a;
    let b = this.#b;
    for (let i = 0; i < words.length; i++) {
      let w = words[i]! | 0;
      const size = w & 0x7fffffff;
      if (size === 0) w = 0;
      else if (size > 0x7f800000) w = 0x7fc00000;
      a = Math.imul(a ^ w, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ w, 0xcc9e2d51);
      b ^= b >>> 13;
    }
    this.#a = a;
    this.#b = b;
  }

  #doubles(words: Uint32Array): void {
    let a = this.#a;
    let b = this.#b;
    for (let i = 0; i < words.length; i += 2) {
      let high = words[i + HIGH]! | 0;
      let low = words[i + 1 - HIGH]! | 0;
      const size = high & 0x7fffffff;
      if (size === 0 && low === 0) high = 0;
      else if (size > 0x7ff00000 || (size === 0x7ff00000 && low !== 0)) {
        high = 0x7ff80000;
        low = 0;
      }
      a = Math.imul(a ^ high, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ high, 0xcc9e2d51);
      b ^= b >>> 13;
      a = Math.imul(a ^ low, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ low, 0xcc9e2d51);
      b ^= b >>> 13;
    }
    this.#a = a;
    this.#b = b;
  }

  /** 8- and 16-bit arrays, four bytes to a word, the first in the low bits. */
  #narrow(values: HashableArray, buffer: ArrayBufferLike, offset: number, bytes: number): void {
    const width = values.BYTES_PER_ELEMENT;
    const perWord = 4 / width;
    let i = 0;
    if (LITTLE_ENDIAN && offset % 4 === 0) {
      const whole = bytes >> 2;
      this.#words(new Uint32Array(buffer, offset, whole));
      i = whole * perWord;
    }
    const mask = width === 1 ? 0xff : 0xffff;
    while (i < values.length) {
      let w = 0;
      for (let j = 0; j < perWord && i < values.length; j++, i++) {
        w |= (values[i]! & mask) << (8 * width * j);
      }
      this.#word(w);
    }
  }
}

/** Hash of one string, for names and documents: 16 hexadecimal digits. */
export function hashString(text: string): string {
  return new Hasher().string(text).digest();
}

function stir(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return h ^ (h >>> 15);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
