/** Which point of a series a minute belongs to. Pure: plots, sparklines and lists ask the same. */

/** The last point that has begun; null before the first one and once the last one is over. */
export const pointAt = (ticks: readonly number[], tick: number): number | null => {
  const [first, second] = ticks;
  const last = ticks.at(-1);
  if (first === undefined || last === undefined || tick < first) return null;
  const step = second === undefined ? 1 : second - first;
  if (tick >= last + step) return null;
  return ticks.findLastIndex((begin) => begin <= tick);
};

/** The entry closest in time; null for an empty list. Of two equally close the first. */
export const nearestTo = (ticks: readonly number[], tick: number): number | null => {
  let best: number | null = null;
  for (const [index, at] of ticks.entries())
    if (best === null || Math.abs(at - tick) < Math.abs((ticks[best] ?? 0) - tick)) best = index;
  return best;
};

/** Where a key takes the cursor: to a neighbouring point, or to either end. Null: the key is not one of these. */
export const stepped = (
  key: string,
  ticks: readonly number[],
  from: number | null,
): number | null => {
  const last = ticks.length - 1;
  const at = from === null ? null : pointAt(ticks, from);
  const to = (step: number): number =>
    at === null ? last : Math.max(0, Math.min(last, at + step));
  const index = {
    ArrowLeft: to(-1),
    ArrowRight: to(1),
    ArrowDown: to(-1),
    ArrowUp: to(1),
    PageDown: to(-6),
    PageUp: to(6),
    Home: 0,
    End: last,
  }[key];
  return index === undefined ? null : (ticks[index] ?? null);
};
