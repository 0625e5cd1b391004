import type { LensLayout, Spot } from './lensTypes.ts';
import { positionAt, type Swarm } from './swarm.ts';

export interface Hit {
  /** Cell of which the tile holds the point; null outside all tiles and where nobody is. */
  readonly cell: number | null;
  /** Dot under the point, once the swarm has settled. */
  readonly dot: number | null;
}

/** The cell whose tile holds a point. The whole tile answers, not only the disc: small swarms stay easy to hit. */
export const cellAt = (layout: LensLayout, x: number, y: number): number | null => {
  const index = layout.cells.findIndex(
    (cell) =>
      cell.r > 0 && x >= cell.x && x < cell.x + cell.w && y >= cell.y && y < cell.y + cell.h,
  );
  return index < 0 ? null : index;
};

/** What lies at a point of the settled picture. CSS px. */
export const pick = (swarm: Swarm, x: number, y: number): Hit => {
  const cell = cellAt(swarm.layout, x, y);
  if (cell === null) return { cell, dot: null };
  let nearest: number | null = null;
  let reach = swarm.layout.spacing / 2;
  for (let dot = 0; dot < swarm.count; dot++) {
    if (swarm.cell[dot] !== cell) continue;
    const at = positionAt(swarm, dot, swarm.total);
    const distance = Math.hypot(at.x - x, at.y - y);
    if (distance < reach) {
      nearest = dot;
      reach = distance;
    }
  }
  return { cell, dot: nearest };
};

/** Even–odd rule. */
export const insidePolygon = (polygon: readonly Spot[], x: number, y: number): boolean => {
  let inside = false;
  let previous = polygon.at(-1);
  for (const corner of polygon) {
    if (previous !== undefined && corner.y > y !== previous.y > y) {
      const crossing =
        corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x);
      if (x < crossing) inside = !inside;
    }
    previous = corner;
  }
  return inside;
};

/**
 * Cells that a drawn loop catches: those of which the centre or more than half of the people are inside. Generous on
 * purpose, since a loop is drawn with a finger. Ascending.
 */
export const cellsInLasso = (swarm: Swarm, polygon: readonly Spot[]): number[] => {
  if (polygon.length < 3) return [];
  const { cells } = swarm.layout;
  const caught = cells.map((cell) => cell.r > 0 && insidePolygon(polygon, cell.cx, cell.cy));
  const xs = polygon.map((p) => p.x);
  const ys = polygon.map((p) => p.y);
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  // Only where the loop comes near a disc without its centre do its people need counting.
  const doubtful = cells.map(
    (cell, index) =>
      caught[index] !== true &&
      cell.r > 0 &&
      cell.cx + cell.r >= left &&
      cell.cx - cell.r <= right &&
      cell.cy + cell.r >= top &&
      cell.cy - cell.r <= bottom,
  );
  if (doubtful.includes(true)) {
    const inside = new Uint32Array(cells.length);
    const all = new Uint32Array(cells.length);
    for (let dot = 0; dot < swarm.count; dot++) {
      const home = swarm.cell[dot] ?? 0;
      if (doubtful[home] !== true) continue;
      all[home] = (all[home] ?? 0) + 1;
      const { x, y } = positionAt(swarm, dot, swarm.total);
      if (insidePolygon(polygon, x, y)) inside[home] = (inside[home] ?? 0) + 1;
    }
    doubtful.forEach((_, index) => {
      if ((inside[index] ?? 0) * 2 > (all[index] ?? 0)) caught[index] = true;
    });
  }
  return caught.flatMap((yes, index) => (yes ? [index] : []));
};
