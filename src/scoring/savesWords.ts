/** Millions of saves, in words; none of less than none. */
export function savesWords(millions: number): string {
  if (millions < 0.001) return 'under a thousand';
  return millions < 1
    ? `${Math.round(1000 * millions)} thousand`
    : `${millions.toFixed(1)} million`;
}
