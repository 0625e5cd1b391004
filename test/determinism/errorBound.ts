/** `count` numbers from `from` to `to`, both included. */
export function evenly(from: number, to: number, count = 100_001): Float64Array {
  return new Float64Array(count).map((_, i) => from + (to - from) * (i / (count - 1)));
}

/** Largest |f − oracle| / |oracle| over `xs`, and where. A NaN on one side only counts as Infinity. */
export function worstRelativeError(
  f: (x: number) => number,
  oracle: (x: number) => number,
  xs: Iterable<number>,
): { error: number; at: number } {
  let worst = { error: 0, at: NaN };
  for (const x of xs) {
    const seen = f(x);
    const wanted = oracle(x);
    if (Object.is(seen, wanted) || seen === wanted) continue;
    const error = Math.abs(seen - wanted) / Math.abs(wanted);
    if (!(error <= worst.error)) worst = { error: Number.isNaN(error) ? Infinity : error, at: x };
  }
  return worst;
}
