import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCells } from '../../src/scene/lensLayout.ts';
import { outlineOf } from '../../src/scene/outline.ts';

const layout = layoutCells({
  width: 794,
  height: 530,
  columns: 4,
  rows: 3,
  counts: Array.from({ length: 12 }, () => 100),
});

const loops = (path: string): number => path.split('Z').length - 1;
const corners = (path: string): number => path.split('A').length - 1;

/** All numbers that are end points of lines and arcs. */
const points = (path: string): { x: number; y: number }[] =>
  [...path.matchAll(/(?:[ML]|A\S+ \S+ 0 0 [01] )(-?[\d.]+) (-?[\d.]+)/g)].map((m) => ({
    x: Number(m[1]),
    y: Number(m[2]),
  }));

describe('outlines', () => {
  it('join neighbours into one loop', () => {
    expect(loops(outlineOf(layout, [0, 4, 8], 3, 530)?.path ?? '')).toBe(1);
    expect(corners(outlineOf(layout, [0, 4, 8], 3, 530)?.path ?? '')).toBe(4);
    expect(corners(outlineOf(layout, [0, 1, 4], 3, 530)?.path ?? '')).toBe(6);
  });

  it('keep apart what only touches at a corner', () => {
    expect(loops(outlineOf(layout, [0, 5], 3, 530)?.path ?? '')).toBe(2);
    expect(loops(outlineOf(layout, [1, 4], 3, 530)?.path ?? '')).toBe(2);
  });

  it('leave a hole where a cell in the middle is spared', () => {
    const ring = layoutCells({
      width: 794,
      height: 530,
      columns: 3,
      rows: 3,
      counts: Array.from({ length: 9 }, () => 9),
    });
    expect(loops(outlineOf(ring, [0, 1, 2, 3, 5, 6, 7, 8], 3, 530)?.path ?? '')).toBe(2);
  });

  it('never join the end of one line of tiles to the start of the next', () => {
    expect(loops(outlineOf(layout, [3, 4], 3, 530)?.path ?? '')).toBe(2);
  });

  it('stay within the chosen tiles, and outside all others', () => {
    fc.assert(
      fc.property(fc.subarray([...layout.cells.keys()], { minLength: 1 }), (chosen) => {
        for (const { x, y } of points(outlineOf(layout, chosen, 3, 530)?.path ?? '')) {
          const inChosen = chosen.some((index) => {
            const cell = layout.cells[index];
            if (cell === undefined) return false;
            // A joined outline may cross, at its inset, the shared edge of two chosen tiles, hence the slack.
            return (
              x >= cell.x - 3.1 &&
              x <= cell.x + cell.w + 3.1 &&
              y >= cell.y - 3.1 &&
              y <= cell.y + cell.h + 3.1
            );
          });
          expect(inChosen).toBe(true);
        }
      }),
    );
  });

  it('go around the discs of single cells, not through them', () => {
    for (const index of layout.cells.keys()) {
      const cell = layout.cells[index];
      for (const { x, y } of points(outlineOf(layout, [index], 3, 530)?.path ?? '')) {
        expect(Math.hypot(x - (cell?.cx ?? 0), y - (cell?.cy ?? 0))).toBeGreaterThan(cell?.r ?? 0);
      }
    }
  });

  it('put the label below, or on the line when tiles follow', () => {
    const last = outlineOf(layout, [0, 4, 8], 3, 530);
    const lowest = (layout.cells[8]?.y ?? 0) + (layout.cells[8]?.h ?? 0);
    expect(last?.label.y).toBeGreaterThan(lowest);
    const first = outlineOf(layout, [0], 3, 530);
    expect(first?.label.y).toBeCloseTo(
      (layout.cells[0]?.y ?? 0) + (layout.cells[0]?.h ?? 0) - 3,
      6,
    );
  });

  it('are absent around nobody', () => {
    expect(outlineOf(layout, [], 3, 530)).toBeNull();
    expect(outlineOf(layout, [99], 3, 530)).toBeNull();
  });
});
