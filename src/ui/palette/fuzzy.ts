/** Finding a line by some of its letters, in order; starts of words count most. Pure. */

/** `null`: not a match. Higher is better. */
export const score = (query: string, text: string): number | null => {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  const within = text.toLowerCase();
  let at = 0;
  let total = 0;
  let previous = -2;
  for (const letter of wanted) {
    const found = within.indexOf(letter, at);
    if (found < 0) return null;
    const starts = found === 0 || /[\s,.:·(–-]/.test(within[found - 1] ?? '');
    total += found === previous + 1 ? 6 : starts ? 5 : 1;
    total -= Math.min(3, (found - at) * 0.1);
    previous = found;
    at = found + 1;
  }
  return total - within.length * 0.01;
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
