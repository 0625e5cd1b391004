/** Millions of saves, in words. */
export function savesWords(millions: number): string {
  return millions < 1
    ? `${Math.round(1000 * millions)} thousand`
    : `${millions.toFixed(1)} million`;
}
