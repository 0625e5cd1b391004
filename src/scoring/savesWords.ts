/** Millions of saves, in words. */
export function savesWords(millions: number): string {
  return Math.abs(millions) < 1
    ? `${Math.round(1000 * millions)} thousand`.replace('-', '−')
    : `${millions.toFixed(1)} million`.replace('-', '−');
}
