/** A share of people or of harm as it is said: the same on the board and beside the picture. */

/** `all`, `none`, or so many in ten; neither of the ends is said of a share that only comes near it. */
export function tenths(share: number): string {
  if (share >= 0.995) return 'all';
  if (share <= 0.005) return 'none';
  return `${Math.min(9, Math.max(1, Math.round(10 * share)))} in 10`;
}
