import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MARGINS, layoutCells, type LayoutInput } from '../../src/scene/lensLayout.ts';

const inputs: fc.Arbitrary<LayoutInput> = fc
  .record({
    width: fc.integer({ min: 300, max: 1600 }),
    height: fc.integer({ min: 240, max: 1000 }),
    columns: fc.integer({ min: 1, max: 8 }),
    rows: fc.integer({ min: 1, max: 8 }),
  })
  .chain((size) =>
    fc
      .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })), {
        minLength: size.columns * size.rows,
        maxLength: size.columns * size.rows,
      })
      .map((counts) => ({ ...size, counts })),
  );

describe('layout of the lens', () => {
  it('keeps discs apart, inside their tiles and inside the area', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { cells } = layoutCells(input);
        const near = 1e-6;
        cells.forEach((cell, i) => {
          expect(cell.cx - cell.r).toBeGreaterThanOrEqual(cell.x - near);
          expect(cell.cx + cell.r).toBeLessThanOrEqual(cell.x + cell.w + near);
          expect(cell.cy - cell.r).toBeGreaterThanOrEqual(cell.y - near);
          expect(cell.cy + cell.r).toBeLessThanOrEqual(cell.y + cell.h + near);
          expect(cell.x).toBeGreaterThanOrEqual(DEFAULT_MARGINS.left - near);
          expect(cell.x + cell.w).toBeLessThanOrEqual(input.width - DEFAULT_MARGINS.right + near);
          expect(cell.y + cell.h).toBeLessThanOrEqual(input.height - DEFAULT_MARGINS.bottom + near);
          for (const other of cells.slice(i + 1)) {
            const apart =
              other.x >= cell.x + cell.w - near ||
              other.x + other.w <= cell.x + near ||
              other.y >= cell.y + cell.h - near ||
              other.y + other.h <= cell.y + near;
            expect(apart).toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('gives every disc an area in proportion to its people', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { cells, scale } = layoutCells(input);
        expect(scale).toBeGreaterThan(0);
        cells.forEach((cell, i) => {
          expect(cell.r ** 2).toBeCloseTo(scale ** 2 * (input.counts[i] ?? 0), 6);
        });
      }),
    );
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(layoutCells(input)).toEqual(layoutCells(input));
      }),
    );
  });

  it('labels every column and, with several rows, every row', () => {
    const grid = layoutCells({
      width: 794,
      height: 530,
      columns: 3,
      rows: 2,
      counts: [9, 9, 9, 9, 9, 9],
    });
    expect(grid.columnLabels).toHaveLength(3);
    expect(grid.rowLabels.map((spot) => spot.y)).toEqual([grid.cells[0]?.cy, grid.cells[3]?.cy]);
    expect(new Set(grid.columnLabels.map((spot) => spot.y)).size).toBe(1);
  });

  it('wraps a long single row where that makes the swarms larger', () => {
    const counts = Array.from({ length: 6 }, () => 1000);
    const layout = layoutCells({ width: 760, height: 520, columns: 6, rows: 1, counts });
    expect(layout.perLine).toBe(3);
    expect(layout.rowLabels).toEqual([]);
    expect(layout.columnLabels.map((spot) => spot.y)).toHaveLength(6);
    const flat = layoutCells({ width: 1500, height: 220, columns: 6, rows: 1, counts });
    expect(flat.perLine).toBe(6);
  });

  it('leaves little room unused when the picture is full', () => {
    const { cells } = layoutCells({
      width: 794,
      height: 530,
      columns: 6,
      rows: 5,
      counts: Array.from({ length: 30 }, () => 300),
    });
    const discs = cells.reduce((area, cell) => area + Math.PI * cell.r ** 2, 0);
    expect(discs / (794 * 530)).toBeGreaterThan(0.25);
  });
});
