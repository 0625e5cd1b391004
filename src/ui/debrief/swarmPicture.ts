/** The radius picture: discs of people, the hurt in colour, the claim drawn around them. Used on screen and to share. */
import type { RadiusTruth } from '../../scoring/debrief.ts';

export interface SwarmColours {
  readonly hurt: string;
  readonly moved: string;
  readonly flat: string;
  readonly outline: string;
}

export interface SwarmBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Dots in the largest disc. */
  readonly most: number;
}

const GOLDEN = 2.399963229728653;

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly pitchX: number;
  readonly pitchY: number;
}

export const gridOf = (truth: RadiusTruth, box: SwarmBox): Grid => {
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
  for (const [index, cell] of truth.cells.entries()) {
    const cx = box.x + ((index % grid.columns) + 0.5) * grid.pitchX;
    const cy = box.y + (Math.floor(index / grid.columns) + 0.5) * grid.pitchY;
    const dots = Math.round((cell.people / most) * box.most);
    const moved = Math.abs(cell.loss) > 0.005;
    for (let k = 0; k < dots; k += 1) {
      const r = spacing * Math.sqrt(k + 0.5);
      // Every twenty-fifth person is as ever: harm is never quite everybody.
      const spared = k % 25 === 7;
      context.fillStyle =
        cell.hurt && !spared ? colours.hurt : moved && !spared ? colours.moved : colours.flat;
      context.globalAlpha = (cell.hurt || moved) && !spared ? 1 : 0.75;
      context.beginPath();
      context.arc(
        cx + r * Math.cos(k * GOLDEN),
        cy + r * Math.sin(k * GOLDEN),
        spacing * 0.74,
        0,
        7,
      );
      context.fill();
    }
  }
  context.globalAlpha = 1;
  context.strokeStyle = colours.outline;
  context.lineWidth = Math.max(1.5, spacing * 0.9);
  context.setLineDash([context.lineWidth * 3.4, context.lineWidth * 2.6]);
  for (const { column, from, to } of outlines(truth, grid)) {
    const width = room * 2.26;
    const x = box.x + (column + 0.5) * grid.pitchX - width / 2;
    const y = box.y + (from + 0.5) * grid.pitchY - width / 2;
    context.beginPath();
    context.roundRect(x, y, width, (to - from) * grid.pitchY + width, width / 2);
    context.stroke();
  }
  context.setLineDash([]);
};
