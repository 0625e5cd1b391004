/** Dots of a disc lie on a sunflower spiral: even density, no rows, round at any count. */

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Least distance between two dots, in units of the spiral's scale (reached once, near the centre). */
export const LEAST_DISTANCE = 1.546;

/** Position of the dot of rank 0, 1, 2…; within `scale * sqrt(rank + 1)` of the centre. */
export const spiral = (rank: number): { x: number; y: number } => {
  const r = Math.sqrt(rank + 0.5);
  const angle = rank * GOLDEN_ANGLE;
  return { x: r * Math.cos(angle), y: r * Math.sin(angle) };
};

/** Scrambles a person's index, so that neighbours in a disc have nothing in common but their cell. */
const scramble = (index: number): number => {
  let x = Math.imul(index + 1, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

let lastOrder: Uint32Array = new Uint32Array(0);

/** The people 0…count−1 in their scrambled order: always the same for the same count. */
const orderOf = (count: number): Uint32Array => {
  if (lastOrder.length === count) return lastOrder;
  const keys = Float64Array.from(
    { length: count },
    (_, index) => scramble(index) * 0x100000 + index,
  );
  keys.sort();
  lastOrder = Uint32Array.from(keys, (key) => key % 0x100000);
  return lastOrder;
};

/**
 * Rank of every dot within its cell. The order depends on who the dot is, never on how it fares: noise then looks like
 * noise (sorting by value would draw a bull's-eye into every healthy cell), a disc that is half hit looks mixed, and
 * when values change, colours change in place instead of everybody changing seats.
 */
export const ranksInCells = (cell: Uint16Array, cells: number): Uint32Array => {
  const next = new Uint32Array(cells);
  const ranks = new Uint32Array(cell.length);
  for (const dot of orderOf(cell.length)) {
    const home = cell[dot] ?? 0;
    const rank = next[home] ?? 0;
    ranks[dot] = rank;
    next[home] = rank + 1;
  }
  return ranks;
};
