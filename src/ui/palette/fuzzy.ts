/** Finding a line by pieces of its words, in order, each from the start of a word. Pure. */

const BEGINS = /[\s,.:·(–-]/;
/** Beyond what scattered letters can come to. */
const IN_ONE_PIECE = 1000;
/** Each word somewhere, in any order: less than in one piece. */
const WORD_BY_WORD = 500;

/** Nobody remembers whether a move is called by “a” or by “the”. */
const withoutArticles = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\d])(?:a|an|the)\s+(?=\S)/gu, '');

/**
 * `null`: not a match. Higher is better. What begins with the query comes first, what begins with it as a word before
 * all; lines that hold it in one piece from the start of a later word are equals.
 */
export const score = (query: string, text: string): number | null => {
  const [whole, within] = [query.trim().toLowerCase(), text.toLowerCase()];
  return scoreOf(whole, within) ?? scoreOf(withoutArticles(whole), withoutArticles(within));
};

const scoreOf = (whole: string, within: string): number | null => {
  if (within.startsWith(whole))
    return IN_ONE_PIECE + (/^\p{L}/u.test(within.slice(whole.length)) ? 1 : 2);
  if (holdsWhole(whole, within)) return IN_ONE_PIECE;
  const words = whole.split(/\s+/);
  if (words.length > 1 && words.every((word) => holdsWhole(word, within))) return WORD_BY_WORD;
  const wanted = whole.replaceAll(/\s+/g, '');
  if (!inPieces(wanted).test(within)) return null;
  let at = 0;
  let total = 0;
  let previous = -2;
  for (const letter of wanted) {
    const found = within.indexOf(letter, at);
    const starts = found === 0 || BEGINS.test(within[found - 1]!);
    total += found === previous + 1 ? 6 : starts ? 5 : 1;
    total -= Math.min(3, (found - at) * 0.1);
    previous = found;
    at = found + 1;
  }
  return total - within.length * 0.01;
};

/** Letters in their order, each of them following the one before or beginning a word. */
const inPieces = (letters: string): RegExp => {
  const begins = `(?:^|(?<=${BEGINS.source}))`;
  const plain = Array.from(letters, (letter) => letter.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(begins + plain.join(`(?:|.*?${begins})`), 'u');
};

const holdsWhole = (query: string, within: string): boolean => {
  for (let at = within.indexOf(query); at >= 0; at = within.indexOf(query, at + 1))
    if (at === 0 || BEGINS.test(within[at - 1]!)) return true;
  return false;
};

export const ranked = <T>(
  query: string,
  entries: readonly T[],
  textOf: (entry: T) => string,
): readonly T[] => {
  if (query.trim() === '') return entries;
  return entries
    .map((entry) => ({ entry, rank: score(query, textOf(entry)) }))
    .filter((found): found is { entry: T; rank: number } => found.rank !== null)
    .toSorted((a, b) => b.rank - a.rank)
    .map((found) => found.entry);
};
