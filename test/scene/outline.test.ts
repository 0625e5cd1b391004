import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCells } from '../../src/scene/lensLayout.ts';
import { outlineOf } from '../../src/scene/outline.ts';

const layout = layoutCells({
  width: 794,
  height: 530,
  columns: 4,
  rows: 3,
  counts: Array.from({ length: 12 }, () => 1500),
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

  it.each([
    [0, 5],
    [5, 0],
    [1, 4],
    [4, 1],
    [9, 6],
  ])('keep apart what only touches at a corner: %i and %i', (one, other) => {
    const path = outlineOf(layout, [one, other], 3, 530)?.path ?? '';
    expect(loops(path)).toBe(2);
    expect(corners(path)).toBe(8);
  });

  it.each([[[1, 0, 4, 8, 9, 10, 6]], [[6, 10, 9, 8, 4, 0, 1]], [[4, 0, 1, 6, 10, 9, 8]]])(
    'do not close a ring at a corner, in whichever order it is named: %j',
    (ring) => {
      expect(loops(outlineOf(layout, ring, 3, 530)?.path ?? '')).toBe(1);
    },
  );

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

  it('go around the discs of single cells, also where they bend', () => {
    layout.cells.forEach((cell, index) => {
      const path = outlineOf(layout, [index], 3, 530)?.path ?? '';
      const bends = [...path.matchAll(/[ML](\S+) ([\d.]+)A(\S+) \S+ 0 0 [01] (\S+) ([\d.]+)/g)].map(
        (match) => match.slice(1).map(Number),
      );
      expect(bends).toHaveLength(4);
      for (const [ax = 0, ay = 0, r = 0, bx = 0, by = 0] of bends) {
        // The bend's centre is the inner one of the two points that make a square with its ends.
        const centres = [
          { x: ax, y: by },
          { x: bx, y: ay },
        ].toSorted(
          (p, q) =>
            Math.hypot(p.x - cell.cx, p.y - cell.cy) - Math.hypot(q.x - cell.cx, q.y - cell.cy),
        );
        const [inner = { x: 0, y: 0 }, corner = { x: 0, y: 0 }] = centres;
        const diagonal = Math.hypot(corner.x - inner.x, corner.y - inner.y);
        const middle = {
          x: inner.x + ((corner.x - inner.x) / diagonal) * r,
          y: inner.y + ((corner.y - inner.y) / diagonal) * r,
        };
        expect(Math.hypot(middle.x - cell.cx, middle.y - cell.cy)).toBeGreaterThan(cell.r);
      }
    });
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
