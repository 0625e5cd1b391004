/** Selection of the best few of a stream, by insertion: for a few dozen places nothing is quicker. */

/**
 * Offers one more to a list of the `k` best so far, best first, `n` of them filled; equals stay in the order in which they
 * came. Returns how many are filled then. A score that is not a number never gets in once the list is full.
 */
export function offer(
  ids: Int32Array,
  scores: Float64Array,
  n: number,
  k: number,
  id: number,
  score: number,
): number {
  if (n === k && !(score > scores[k - 1]!)) return n;
  const filled = n < k ? n + 1 : k;
  let slot = filled - 1;
  while (slot > 0 && scores[slot - 1]! < score) {
    scores[slot] = scores[slot - 1]!;
    ids[slot] = ids[slot - 1]!;
    slot--;
  }
  scores[slot] = score;
  ids[slot] = id;
  return filled;
}
