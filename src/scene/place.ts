import { DEFAULT_MARGINS, layoutCells } from './lensLayout.ts';
import type { LensLayer, LensLayout, LensPicture, LensPlacement, Margins } from './lensTypes.ts';
import { outlineOf } from './outline.ts';

/** Width of a row label's character at 14 px, and the widest a label column gets. CSS px. */
const CHARACTER = 7.3;
const WIDEST_LABELS = 150;

/** Nested layers lie inside each other. CSS px from the tile's edge. */
const INSETS: Readonly<Record<LensLayer, number>> = {
  reading: 3,
  hurtNow: 7.5,
  hurtLater: 11,
  witness: 3,
};

/** In a host lower than this every pixel of the margins is taken from the swarms. CSS px. */
const LOW_HOST = 260;
const LOW_MARGINS = { top: 26, bottom: 14 };
/** More columns than this are narrow: their names may take two lines above the grid. */
const WIDE_COLUMNS = 5;

/** Room for the labels around the grid. Narrow hosts give row labels less of it, low ones what is above and below. */
export const marginsFor = (view: LensPicture, width: number, height: number): Margins => {
  const low = height < LOW_HOST ? { ...DEFAULT_MARGINS, ...LOW_MARGINS } : DEFAULT_MARGINS;
  const around = view.columns.length > WIDE_COLUMNS ? { ...low, top: DEFAULT_MARGINS.top } : low;
  if (view.rows.length <= 1) return around;
  const longest = Math.max(...view.rows.map((row) => row.label.length));
  const labels = Math.min(WIDEST_LABELS, width * 0.28, longest * CHARACTER);
  return { ...around, left: around.left + labels + 8, right: 14 };
};

/** The layout of a view in an area of this size. CSS px. */
export const layoutForView = (view: LensPicture, width: number, height: number): LensLayout =>
  layoutCells({
    width,
    height,
    columns: Math.max(1, view.columns.length),
    rows: Math.max(1, view.rows.length),
    counts: view.cells.map((cell) => cell.dots),
    margins: marginsFor(view, width, height),
  });

/** Adds the outlines of the declared layers to a layout. */
export const placementFor = (
  view: LensPicture,
  layout: LensLayout,
  width: number,
  height: number,
): LensPlacement => {
  const outline = (layer: LensLayer): LensPlacement['outlines'][LensLayer] => {
    const cells = view.cells.flatMap((cell, index) => (cell.layers.includes(layer) ? [index] : []));
    return outlineOf(layout, cells, INSETS[layer], height);
  };
  return {
    width,
    height,
    layout,
    outlines: {
      reading: outline('reading'),
      hurtNow: outline('hurtNow'),
      hurtLater: outline('hurtLater'),
      witness: outline('witness'),
    },
  };
};
