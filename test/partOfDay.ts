/**
 * Tests of many alike take a part of them a day where the check is short (`test/turns.mjs`); without
 * `BLAST_RADIUS_TURN`, as in a thorough check or by hand, they take all.
 */
interface Turn {
  readonly turn: number;
  readonly of: number;
}

/** `BLAST_RADIUS_TURN` is `turn/turns`, the first being 0. Throws where it is anything else. */
function todaysTurn(): Turn | null {
  const said = process.env['BLAST_RADIUS_TURN'];
  if (said === undefined || said === '') return null;
  const [turn, of] = said.split('/').map(Number);
  if (!Number.isInteger(turn) || !Number.isInteger(of) || turn! < 0 || turn! >= of!)
    throw new Error(`BLAST_RADIUS_TURN is "${said}", which is no turn/turns.`);
  return { turn: turn!, of: of! };
}

/** Every sixth or so of the items, another part each day. */
export function partOfDay<T>(items: readonly T[]): readonly T[] {
  const today = todaysTurn();
  return today === null ? items : items.filter((_, k) => k % today.of === today.turn);
}

/** How many of `count` drawn cases are a day's part; rounded up. */
export function countOfDay(count: number): number {
  const today = todaysTurn();
  return today === null ? count : Math.ceil(count / today.of);
}
