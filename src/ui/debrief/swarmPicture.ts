/** The radius picture of the board: a disc of people a cell, side by side under the names, the claim drawn around them. */
import type { RadiusTruth } from '../../scoring/debrief.ts';
import { dashed, drawDisc, worstOf, type SwarmColours } from './discs.ts';

export interface SwarmBox {
  readonly width: number;
  readonly height: number;
  /** Dots in the largest disc. */
  readonly most: number;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly pitchX: number;
  readonly pitchY: number;
}

const gridOf = (truth: RadiusTruth, box: SwarmBox): Grid => {
  const columns = Math.max(1, truth.columns.length);
  const rows = Math.max(1, truth.rows.length);
  return { columns, rows, pitchX: box.width / columns, pitchY: box.height / rows };
};

/** Runs of claimed cells in a column share one outline, so that a whole column reads as one answer. */
const outlines = (
  truth: RadiusTruth,
  grid: Grid,
): readonly { readonly column: number; readonly from: number; readonly to: number }[] => {
  const found: { column: number; from: number; to: number }[] = [];
  for (let column = 0; column < grid.columns; column += 1) {
    let from = -1;
    for (let row = 0; row <= grid.rows; row += 1) {
      const claimed = row < grid.rows && truth.cells[row * grid.columns + column]?.claimed === true;
      if (claimed && from < 0) from = row;
      if (!claimed && from >= 0) {
        found.push({ column, from, to: row - 1 });
        from = -1;
      }
    }
  }
  return found;
};

export const drawSwarm = (
  context: CanvasRenderingContext2D,
  truth: RadiusTruth,
  box: SwarmBox,
  colours: SwarmColours,
): void => {
  const grid = gridOf(truth, box);
  const most = Math.max(1e-9, ...truth.cells.map((cell) => cell.people));
  const room = Math.min(grid.pitchX, grid.pitchY) * 0.41;
  const spacing = room / Math.sqrt(box.most);
  const worst = worstOf(truth);
  for (const [index, cell] of truth.cells.entries()) {
    if (cell.people <= 0) continue;
    const x = ((index % grid.columns) + 0.5) * grid.pitchX;
    const y = (Math.floor(index / grid.columns) + 0.5) * grid.pitchY;
    const radius = room * Math.sqrt(cell.people / most);
    drawDisc(context, cell, { x, y, radius }, { spacing, worst, colours });
  }
  dashed(context, colours, Math.max(1.5, spacing * 0.9));
  for (const { column, from, to } of outlines(truth, grid)) {
    const width = room * 2.26;
    const x = (column + 0.5) * grid.pitchX - width / 2;
    const y = (from + 0.5) * grid.pitchY - width / 2;
    context.beginPath();
    context.roundRect(x, y, width, (to - from) * grid.pitchY + width, width / 2);
    context.stroke();
  }
  context.setLineDash([]);
};
