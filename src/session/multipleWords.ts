/** A deviation that is read as a multiple of what was expected: per cent of next to nothing say nothing. */

/** Per cent from which it is. */
const MULTIPLE_FROM = 900;

/** `×359` for a deviation of 35,779 %; null where per cent say it better. */
export const multipleWords = (deviation: number): string | null =>
  deviation >= MULTIPLE_FROM ? `×${Math.round(1 + deviation / 100)}` : null;
