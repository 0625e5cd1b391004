import type { CellBox, LensLayout, Margins, Spot } from './lensTypes.ts';
import { LEAST_DISTANCE } from './phyllotaxis.ts';

/** Room a cell's number takes: `WIDE` with a gap before it, `NARROW` without, `LOW` below the disc. CSS px. */
const WIDE = 44;
const NARROW = 34;
const LOW = 22;
/** Tucked under a disc's right shoulder, a number starts at this part of the radius from the centre, both ways. */
const TUCK = 0.78;
/** Clear space around a disc inside its tile: an outline must fit between two neighbours. */
const GAP = 11;
/** Column labels need this much even over tiny swarms. */
const LEAST_COLUMN = 58;
/** Label band above each tile when a single row wraps. */
const LABEL_BAND = 26;
/** Beyond this, spare room stays outside the grid, so that the swarms read as one picture. */
const MOST_SPARE = 44;
/** Dots never lie further apart than this: a small population stays a swarm and does not become confetti. */
const LARGEST_SCALE = 4.6;
const LARGEST_DOT = 4.6;
const DOT_FILL = 1;
/** A wrapped single row must win by this factor: one line is easier to read. */
const WRAP_BONUS = 1.18;

export const DEFAULT_MARGINS: Margins = { top: 36, right: 18, bottom: 34, left: 18 };

export interface LayoutInput {
  /** Size of the drawing area, CSS px. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** People in each cell, row-major. */
  readonly counts: readonly number[];
  /** Room for labels around the grid. Left should hold the row labels. */
  readonly margins?: Margins;
}

/** Where a cell's number goes. Preferred in this order, unless a later one gives clearly larger swarms. */
const NUMBERS = ['beside', 'tucked', 'below'] as const;
type Numbers = (typeof NUMBERS)[number];
const NUMBER_BONUS: Readonly<Record<Numbers, number>> = { beside: 1.12, tucked: 1.02, below: 1 };

/** A grid of tiles of which column widths and row heights follow the largest disc in them. */
interface Grid {
  readonly perLine: number;
  readonly lines: number;
  /** Root of the largest count in each column and each line. */
  readonly columnRoots: readonly number[];
  readonly lineRoots: readonly number[];
  readonly numbers: Numbers;
  readonly band: number;
}

const largestRoots = (
  counts: readonly number[],
  perLine: number,
  lines: number,
): [number[], number[]] => {
  const columnRoots = Array.from({ length: perLine }, () => 0);
  const lineRoots = Array.from({ length: lines }, () => 0);
  counts.forEach((count, index) => {
    const root = Math.sqrt(Math.max(0, count));
    const column = index % perLine;
    const line = Math.floor(index / perLine);
    columnRoots[column] = Math.max(columnRoots[column] ?? 0, root);
    lineRoots[line] = Math.max(lineRoots[line] ?? 0, root);
  });
  return [columnRoots, lineRoots];
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Width of the largest disc of a column together with its number. */
const contentWidth = (grid: Grid, radius: number, shrink: number): number => {
  if (grid.numbers === 'beside') return 2 * radius + WIDE * shrink;
  if (grid.numbers === 'tucked') return Math.max(2 * radius, (1 + TUCK) * radius + NARROW * shrink);
  return 2 * radius;
};

/** `shrink` (0..1) scales the fixed parts of a tile, for hosts too small to hold them. */
const columnWidths = (grid: Grid, scale: number, shrink: number): number[] =>
  grid.columnRoots.map(
    (root) =>
      Math.max(contentWidth(grid, scale * root, shrink), LEAST_COLUMN * shrink) + 2 * GAP * shrink,
  );

/** Many rows stand closer together: the room between them would be taken from the swarms. */
const gapFor = (lines: number): number => (lines <= 3 ? GAP : Math.max(3, GAP - 2 * (lines - 3)));

const lineHeights = (grid: Grid, scale: number, shrink: number): number[] =>
  grid.lineRoots.map(
    (root) =>
      2 * scale * root +
      (2 * gapFor(grid.lines) + grid.band + (grid.numbers === 'below' ? LOW : 0)) * shrink,
  );

interface Fit {
  readonly grid: Grid;
  readonly scale: number;
  readonly shrink: number;
}

/** The largest scale at which the grid fits: both sizes grow with it, so bisection finds it. */
const fit = (grid: Grid, width: number, height: number): Fit => {
  const fixed = Math.max(
    sum(columnWidths(grid, 0, 1)) / width,
    sum(lineHeights(grid, 0, 1)) / height,
  );
  // At least a third of the room goes to the swarms.
  const shrink = Math.min(1, 0.66 / fixed);
  let low = 0;
  let high = LARGEST_SCALE;
  for (let step = 0; step < 40; step++) {
    const scale = (low + high) / 2;
    const fits =
      sum(columnWidths(grid, scale, shrink)) <= width &&
      sum(lineHeights(grid, scale, shrink)) <= height;
    if (fits) low = scale;
    else high = scale;
  }
  return { grid, scale: low, shrink };
};

const candidates = (input: LayoutInput): Grid[] => {
  const single = input.rows === 1;
  const grids: Grid[] = [];
  for (let lines = 1; lines <= (single ? Math.min(4, input.columns) : 1); lines++) {
    const perLine = single ? Math.ceil(input.columns / lines) : input.columns;
    const realLines = single ? Math.ceil(input.columns / perLine) : input.rows;
    if (single && realLines !== lines) continue;
    const [columnRoots, lineRoots] = largestRoots(input.counts, perLine, realLines);
    for (const numbers of NUMBERS) {
      const band = lines > 1 ? LABEL_BAND : 0;
      grids.push({ perLine, lines: realLines, columnRoots, lineRoots, numbers, band });
    }
  }
  return grids;
};

/** A wrapped row carries its labels inside the tiles and leaves the margin above them free. */
const topMargin = (grid: Grid, margins: Margins): number =>
  grid.band > 0 ? Math.min(8, margins.top) : margins.top;

const heightFor = (input: LayoutInput, grid: Grid, margins: Margins): number =>
  Math.max(40, input.height - topMargin(grid, margins) - margins.bottom);

const bestFit = (input: LayoutInput, margins: Margins, width: number): Fit => {
  let best: Fit | null = null;
  let bestScore = -1;
  for (const grid of candidates(input)) {
    const fitted = fit(grid, width, heightFor(input, grid, margins));
    const wraps = input.rows === 1 && grid.lines > 1;
    const score =
      fitted.scale * fitted.shrink * (wraps ? 1 : WRAP_BONUS) * NUMBER_BONUS[grid.numbers];
    if (score > bestScore) {
      best = fitted;
      bestScore = score;
    }
  }
  if (best === null) throw new RangeError('a lens has at least one cell');
  return best;
};

/** Running sums from `start`, each part widened by `extra`. */
const edgesFrom = (start: number, sizes: readonly number[], extra: number): number[] => {
  const edges = [start];
  for (const size of sizes) edges.push((edges.at(-1) ?? start) + size + extra);
  return edges;
};

/**
 * Places one disc a cell, its area proportional to the people in it, with one scale for the whole picture: equal
 * density everywhere, so a bigger disc *is* more people. Column widths and row heights follow their largest disc, so
 * that a small segment takes little room and the large ones get it. A single row wraps over several lines where
 * that makes the swarms clearly larger.
 */
export const layoutCells = (input: LayoutInput): LensLayout => {
  const { columns, rows, counts } = input;
  const margins = input.margins ?? DEFAULT_MARGINS;
  const width = Math.max(40, input.width - margins.left - margins.right);
  const { grid, scale, shrink } = bestFit(input, margins, width);
  const height = heightFor(input, grid, margins);

  const widths = columnWidths(grid, scale, shrink);
  const heights = lineHeights(grid, scale, shrink);
  const spareX = Math.max(0, Math.min(MOST_SPARE, (width - sum(widths)) / grid.perLine));
  const spareY = Math.max(0, Math.min(MOST_SPARE, (height - sum(heights)) / grid.lines));
  const left = margins.left + Math.max(0, width - sum(widths) - spareX * grid.perLine) / 2;
  const top =
    topMargin(grid, margins) + Math.max(0, height - sum(heights) - spareY * grid.lines) / 2;
  const xs = edgesFrom(left, widths, spareX);
  const ys = edgesFrom(top, heights, spareY);

  const band = grid.band * shrink;
  const low = grid.numbers === 'below' ? LOW * shrink : 0;
  const cells = counts.map((count, index): CellBox => {
    const column = index % grid.perLine;
    const line = Math.floor(index / grid.perLine);
    const x = xs[column] ?? 0;
    const y = ys[line] ?? 0;
    const w = (xs[column + 1] ?? x) - x;
    const h = (ys[line + 1] ?? y) - y;
    const r = scale * Math.sqrt(Math.max(0, count));
    // Numbers of a column share their left edge, numbers of a line their height: they read as a table.
    const widest = scale * (grid.columnRoots[column] ?? 0);
    const tallest = scale * (grid.lineRoots[line] ?? 0);
    const cx = x + (w - contentWidth(grid, widest, shrink)) / 2 + widest;
    const cy = y + band + (h - band - low) / 2;
    const number = {
      beside: { x: cx + widest + 8 * shrink, y: cy, align: 'start' as const },
      tucked: {
        x: cx + TUCK * widest + 2 * shrink,
        y: cy + Math.min(TUCK * tallest + 2 * shrink, (h - band) / 2 - 15 * shrink),
        align: 'start' as const,
      },
      below: { x: cx, y: cy + tallest + low * 0.6, align: 'middle' as const },
    }[grid.numbers];
    return { x, y, w, h, cx, cy, r, number };
  });

  const labelOf = (index: number): Spot => {
    const cell = cells[index];
    if (cell === undefined) return { x: 0, y: 0 };
    const y = grid.band > 0 ? cell.y + GAP * shrink + band / 2 - 4 : top - 14;
    return { x: cell.cx, y };
  };
  const spacing = scale * LEAST_DISTANCE;
  return {
    cells,
    columnLabels: Array.from({ length: columns }, (_, column) => labelOf(column)),
    rowLabels:
      rows > 1
        ? Array.from({ length: rows }, (_, row) => ({
            x: left - 12,
            y: cells[row * columns]?.cy ?? 0,
          }))
        : [],
    perLine: grid.perLine,
    scale,
    spacing,
    dotSize: Math.min(LARGEST_DOT, DOT_FILL * spacing),
  };
};
