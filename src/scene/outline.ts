import type { LensLayout, Outline, Rect, Spot } from './lensTypes.ts';

/** A corner never bends wider than this: wider ones would cut off numbers in a tile's corner. CSS px. */
const CORNER = 26;
const LABEL_GAP = 15;

/** A directed side of a tile, the inside on its right hand (screen axes: y down). Grid coordinates. */
interface Side {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** Sides between a chosen tile and one that is not, clockwise around the chosen ones. */
const sidesOf = (chosen: ReadonlySet<number>, perLine: number): Side[] => {
  const has = (column: number, line: number): boolean =>
    column >= 0 && column < perLine && chosen.has(line * perLine + column);
  const sides: Side[] = [];
  for (const index of chosen) {
    const column = index % perLine;
    const line = Math.floor(index / perLine);
    if (!has(column, line - 1)) sides.push({ x: column, y: line, dx: 1, dy: 0 });
    if (!has(column + 1, line)) sides.push({ x: column + 1, y: line, dx: 0, dy: 1 });
    if (!has(column, line + 1)) sides.push({ x: column + 1, y: line + 1, dx: -1, dy: 0 });
    if (!has(column - 1, line)) sides.push({ x: column, y: line + 1, dx: 0, dy: -1 });
  }
  return sides;
};

/** Does `next` begin where `from` ends, and turn right there? */
const turnsRight = (from: Side, next: Side): boolean =>
  next.x === from.x + from.dx &&
  next.y === from.y + from.dy &&
  next.dx === -from.dy &&
  next.dy === from.dx;

/**
 * The next side of a loop, null at its end. Where two tiles touch only at a corner it turns right, which keeps them
 * apart; that includes the corner at which the loop began.
 */
const takeNext = (open: Side[], from: Side, first: Side): Side | null => {
  if (turnsRight(from, first)) return null;
  const [x, y] = [from.x + from.dx, from.y + from.dy];
  const right = open.findIndex((side) => turnsRight(from, side));
  const at = right >= 0 ? right : open.findIndex((side) => side.x === x && side.y === y);
  return at < 0 ? null : (open.splice(at, 1)[0] ?? null);
};

const loopsOf = (sides: readonly Side[]): Side[][] => {
  const open = [...sides];
  const loops: Side[][] = [];
  for (let first = open.shift(); first !== undefined; first = open.shift()) {
    const loop = [first];
    for (
      let next = takeNext(open, first, first);
      next !== null;
      next = takeNext(open, next, first)
    ) {
      loop.push(next);
    }
    loops.push(loop);
  }
  return loops;
};

/** Grid lines in CSS px. A last line of tiles that is not full still has the edges of the full ones above. */
const gridLines = (layout: LensLayout): { xs: number[]; ys: number[] } => {
  const xs: number[] = [];
  const ys: number[] = [];
  layout.cells.forEach((cell, index) => {
    const column = index % layout.perLine;
    const line = Math.floor(index / layout.perLine);
    xs[column] = cell.x;
    xs[column + 1] = cell.x + cell.w;
    ys[line] = cell.y;
    ys[line + 1] = cell.y + cell.h;
  });
  return { xs, ys };
};

/** Corners of a loop, moved inwards by `inset`: each is where two neighbouring sides meet after the move. */
const cornersOf = (
  loop: readonly Side[],
  xs: readonly number[],
  ys: readonly number[],
  inset: number,
): Spot[] => {
  const turns = loop.filter((side, i) => {
    const before = loop.at(i - 1);
    return before === undefined || before.dx !== side.dx || before.dy !== side.dy;
  });
  return turns.map((side, i) => {
    const before = turns.at(i - 1) ?? side;
    // The inside of a side (dx, dy) lies towards (−dy, dx); one of the two sides fixes x, the other y.
    return {
      x: (xs[side.x] ?? 0) - inset * (side.dy + before.dy),
      y: (ys[side.y] ?? 0) + inset * (side.dx + before.dx),
    };
  });
};

const n = (value: number): string => String(Math.round(value * 100) / 100);

const roundedPath = (corners: readonly Spot[]): string => {
  const parts = corners.map((corner, i) => {
    const before = corners.at(i - 1) ?? corner;
    const after = corners[(i + 1) % corners.length] ?? corner;
    const into = Math.hypot(corner.x - before.x, corner.y - before.y);
    const out = Math.hypot(after.x - corner.x, after.y - corner.y);
    const r = Math.min(CORNER, into / 2, out / 2);
    const a = {
      x: corner.x + ((before.x - corner.x) / into) * r,
      y: corner.y + ((before.y - corner.y) / into) * r,
    };
    const b = {
      x: corner.x + ((after.x - corner.x) / out) * r,
      y: corner.y + ((after.y - corner.y) / out) * r,
    };
    const clockwise =
      (a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x) < 0 ? 1 : 0;
    return `${i === 0 ? 'M' : 'L'}${n(a.x)} ${n(a.y)}A${n(r)} ${n(r)} 0 0 ${clockwise} ${n(b.x)} ${n(b.y)}`;
  });
  return `${parts.join('')}Z`;
};

/**
 * A rounded outline around a set of cells; neighbours share one line, separate groups have their own.
 *
 * @param inset   distance from the tile's edge, CSS px; nested layers use growing insets
 * @param height  of the drawing area: decides whether the label fits below
 */
export const outlineOf = (
  layout: LensLayout,
  cells: readonly number[],
  inset: number,
  height: number,
): Outline | null => {
  const chosen = new Set(cells.filter((index) => layout.cells[index] !== undefined));
  if (chosen.size === 0) return null;
  const { xs, ys } = gridLines(layout);
  const loops = loopsOf(sidesOf(chosen, layout.perLine)).map((loop) =>
    cornersOf(loop, xs, ys, inset),
  );
  const boxes = [...chosen].flatMap((index): readonly Rect[] => {
    const cell = layout.cells[index];
    return cell === undefined ? [] : [cell];
  });
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  const lowest = boxes.filter((box) => box.y + box.h > bottom - 1);
  const left = Math.min(...lowest.map((box) => box.x));
  const right = Math.max(...lowest.map((box) => box.x + box.w));
  const nothingBelow = layout.cells.every((cell) => cell.y < bottom - 1);
  const below = bottom - inset + LABEL_GAP;
  return {
    path: loops.map(roundedPath).join(''),
    label: {
      x: (left + right) / 2,
      y: nothingBelow && below + 8 <= height ? below : bottom - inset,
    },
  };
};
