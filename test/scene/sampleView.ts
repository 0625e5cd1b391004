import type { LensPicture } from '../../src/scene/lensTypes.ts';

/** A picture with these many people in each cell; the first cell has lost 30 %, the others are as ever. */
export const samplePicture = (
  columns: number,
  rows: number,
  counts: readonly number[],
): LensPicture => {
  const cell = Uint16Array.from(
    counts.flatMap((count, index) => Array.from({ length: count }, () => index)),
  );
  const value = Float32Array.from(cell, (home) => (home === 0 ? -30 : 0));
  const axis = (length: number) =>
    Array.from({ length }, (_, i) => ({ key: `k${i}`, label: `value ${i}` }));
  return {
    columns: axis(columns),
    rows: axis(rows),
    range: 40,
    worse: 'down',
    dots: { cell, value },
    cells: counts.map((dots, index) => ({
      column: `k${index % columns}`,
      row: `k${Math.floor(index / columns)}`,
      deviation: index === 0 ? -30 : 0,
      error: 2,
      dots,
      millions: dots / 100,
      layers: index === 0 ? ['reading'] : [],
      scope: [],
    })),
  };
};
