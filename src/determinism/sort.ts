/**
 * Selection and sorting on typed arrays, in a total order, without allocation. Equal scores are
 * ordered by identifier, so the result never depends on the algorithm or on the engine's sort.
 */

export type Scores = Float32Array | Float64Array;
export type Ids = Int32Array | Uint32Array | Uint16Array;

/**
 * The best `k` of the first `n` candidates by (score descending, id ascending). Writes their *indices*,
 * best first, to `out` and returns how many (min of k, n and out.length). NaN ranks below everything.
 * Time n + k log k · (hits); ids should be distinct, or equal pairs come in either order.
 */
export function topK(scores: Scores, ids: Ids, n: number, k: number, out: Int32Array): number {
  const size = Math.min(k, n, out.length);
  if (size <= 0) return 0;
  for (let i = 0; i < size; i++) out[i] = i;
  for (let i = (size >> 1) - 1; i >= 0; i--) sink(scores, ids, out, i, size);
  // `out` is a heap with its worst member on top: a newcomer must beat that one.
  for (let i = size; i < n; i++) {
    if (worse(scores, ids, out[0]!, i)) {
      out[0] = i;
      sink(scores, ids, out, 0, size);
    }
  }
  for (let end = size - 1; end > 0; end--) {
    const worst = out[0]!;
    out[0] = out[end]!;
    out[end] = worst;
    sink(scores, ids, out, 0, end);
  }
  return size;
}

/** Does candidate i come after candidate j? */
function worse(scores: Scores, ids: Ids, i: number, j: number): boolean {
  const a = scores[i]!;
  const b = scores[j]!;
  if (a < b) return true;
  if (a > b) return false;
  // Equal, or NaN on one side or on both.
  const aIsNumber = a === a;
  if (aIsNumber !== (b === b)) return !aIsNumber;
  return ids[i]! > ids[j]!;
}

/** Restores the heap below `at`: no member is better than those under it. */
function sink(scores: Scores, ids: Ids, heap: Int32Array, at: number, size: number): void {
  const moved = heap[at]!;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && worse(scores, ids, heap[child + 1]!, heap[child]!)) child++;
    if (!worse(scores, ids, heap[child]!, moved)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = moved;
}

/**
 * Indices 0 … n−1 ordered by `keys` ascending, equal keys by index; NaN last. Writes to `out`; both
 * `out` and `scratch` need n places.
 */
export function sortIndices(
  keys: Scores | Ids,
  n: number,
  out: Int32Array,
  scratch: Int32Array,
): void {
  for (let i = 0; i < n; i++) out[i] = i;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start + width < n; start += 2 * width) {
      merge(keys, out, scratch, start, start + width, Math.min(start + 2 * width, n));
    }
  }
}

function merge(
  keys: Scores | Ids,
  order: Int32Array,
  scratch: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  for (let i = start; i < middle; i++) scratch[i] = order[i]!;
  let left = start;
  let right = middle;
  // Only the left run is copied: the right one is always read before its place is written.
  for (let to = start; left < middle; to++) {
    order[to] =
      right < end && after(keys[scratch[left]!]!, keys[order[right]!]!)
        ? order[right++]!
        : scratch[left++]!;
  }
}

function after(a: number, b: number): boolean {
  return a > b || (a !== a && b === b);
}
