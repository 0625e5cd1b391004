/** The radius picture to share: discs of people close together, those who lost most in the middle, the claim around them. */
import { packEnclose, packSiblings } from 'd3-hierarchy';
import type { RadiusTruth } from '../../scoring/debrief.ts';
import { dashed, drawDisc, worstOf, type Cell, type Disc, type SwarmColours } from './discs.ts';

/** A square that the swarm fills: its middle and half its side. */
export interface Around {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** Dots of the whole picture, about. */
const DOTS = 3600;
/** Room about a disc, as a share of the root of all people, as which radii go. */
const GAP = 0.025;

/** Where the discs lie: areas as people. A cell of nobody has none. */
export const packed = (
  cells: readonly Cell[],
  around: Around,
): readonly { readonly cell: Cell; readonly disc: Disc }[] => {
  const there = cells
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => b.hurt * b.loss - a.hurt * a.loss || b.people - a.people);
  if (there.length === 0) return [];
  const all = Math.sqrt(there.reduce((sum, { people }) => sum + people, 0));
  const gap = GAP * all;
  const circles = packSiblings(there.map(({ people }) => ({ r: Math.sqrt(people) + gap })));
  const whole = packEnclose(circles);
  const scale = around.half / whole.r;
  return there.map((cell, k) => {
    const { x, y, r } = circles[k]!;
    const disc = {
      x: around.x + (x - whole.x) * scale,
      y: around.y + (y - whole.y) * scale,
      radius: (r - gap) * scale,
    };
    return { cell, disc };
  });
};

export const drawPacked = (
  context: CanvasRenderingContext2D,
  truth: RadiusTruth,
  around: Around,
  colours: SwarmColours,
): void => {
  const placed = packed(truth.cells, around);
  const area = placed.reduce((sum, { disc }) => sum + disc.radius ** 2, 0);
  const spacing = Math.sqrt(area / DOTS);
  const worst = worstOf(truth);
  for (const { cell, disc } of placed) drawDisc(context, cell, disc, { spacing, worst, colours });
  dashed(context, colours, 2);
  for (const { cell, disc } of placed) {
    if (!cell.claimed) continue;
    context.beginPath();
    context.arc(disc.x, disc.y, disc.radius + 6, 0, 7);
    context.stroke();
  }
  context.setLineDash([]);
};
