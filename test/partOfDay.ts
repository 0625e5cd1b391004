/**
 * Tests of many alike take a part of them a day where the check is short (`test/turns.mjs`); without
 * `BLAST_RADIUS_TURN`, as in a thorough check or by hand, they take all.
 */
interface Turn {
  /** Counts on from day to day. */
  readonly day: number;
  /** Days until all that take turns have had one. */
  readonly of: number;
}

/** `BLAST_RADIUS_TURN` is `day/turns`, days counted from 0. Throws where it is anything else. */
function todaysTurn(): Turn | null {
  const said = process.env['BLAST_RADIUS_TURN'];
  if (said === undefined || said === '') return null;
  const [day, of] = said.split('/').map(Number);
  if (!Number.isInteger(day) || !Number.isInteger(of) || day! < 0 || of! < 1)
    throw new Error(`BLAST_RADIUS_TURN is "${said}", which is no day/turns.`);
  return { day: day!, of: of! };
}

/** A part of the items, as large as the turns are many; another each day. */
export function partOfDay<T>(items: readonly T[]): readonly T[] {
  const today = todaysTurn();
  return today === null ? items : items.filter((_, k) => k % today.of === today.day % today.of);
}

/** One of the items a day, each in its turn: where one alone takes half a minute. */
export function oneOfDay<T>(items: readonly T[]): readonly T[] {
  const today = todaysTurn();
  return today === null ? items : items.filter((_, k) => k === today.day % items.length);
}

/** All items on one day of `of`, the `k`-th, none on the others: where several dear tests can take turns with one another. */
export function oneDayIn<T>(of: number, k: number, items: readonly T[]): readonly T[] {
  const today = todaysTurn();
  return today === null || today.day % of === k ? items : [];
}

/** How many of `count` drawn cases are a day's part; rounded up. */
export function countOfDay(count: number): number {
  const today = todaysTurn();
  return today === null ? count : Math.ceil(count / today.of);
}

/** None of the items where tests take turns: where one takes minutes. */
export function thoroughly<T>(items: readonly T[]): readonly T[] {
  return todaysTurn() === null ? items : [];
}
