/** A number and its unit stay on one line, and so do an error and what it is of, a weekday and its hour. Pure. */

const NO_BREAK = '\u00A0';

/** Units as the game writes them, the longer before those they begin with. */
const UNIT = '(?:%|minutes?|min|million|ms|M/h|M|k/h|k|hours?|h|days?|d|weeks?)(?![\\p{L}\\d])';

const RULES: readonly (readonly [RegExp, string])[] = [
  // `−5 %`, `493 ms`, `2 h`; also a unit whose number is the element before it.
  [new RegExp(`(?<=\\d|^) (?=${UNIT})`, 'gu'), NO_BREAK],
  // `2 h 15`, `1 d 3 h`.
  [/(?<=\d[ \u00A0][hd]) (?=\d)/g, NO_BREAK],
  // `Thu 15:44`.
  [/(?<=\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)) (?=\d\d:\d\d)/g, NO_BREAK],
  // `−3.7 % ± 0.9`, `> 300 saves`.
  [/(?<=[\d%]) (?=±)/g, NO_BREAK],
  [/(?<=[±<>]) (?=\d)/g, NO_BREAK],
];

export const unbroken = (text: string): string =>
  text.includes(' ')
    ? RULES.reduce((bound, [pattern, space]) => bound.replace(pattern, space), text)
    : text;
