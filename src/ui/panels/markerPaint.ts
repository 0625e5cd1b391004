/** Marks above a plot: what changed, what ran, the page, one's own moves. */
import type uPlot from 'uplot';
import type { SeriesPanel } from '../../session/view.ts';
import type { PlotPalette } from './palette.ts';

export interface PlacedName {
  readonly text: string;
  readonly from: number;
  readonly width: number;
}

/** CSS pixels a name may take: a long one leaves no room for the others, and would be taken for the one that matters. */
const MOST = 120;

/** A name, or as much of it as `room` holds. */
const shortened = (name: string, room: number, measure: (text: string) => number): string => {
  if (measure(name) <= room) return name;
  let length = name.length - 1;
  while (length > 1 && measure(`${name.slice(0, length)}…`) > room) length -= 1;
  return `${name.slice(0, length).trimEnd()}…`;
};

/**
 * Where a name goes beside its mark, in a picture so wide: to the right of it, where there is no room ending at it. Of a
 * name longer than `most`, or than the wider side, the beginning. Pure; all in the units of `measure`.
 */
export const placedName = (
  name: string,
  at: number,
  picture: number,
  most: number,
  measure: (text: string) => number,
): PlacedName => {
  const text = shortened(name, Math.min(most, Math.max(at, picture - at)), measure);
  const width = measure(text);
  return { text, from: width <= picture - at ? at : at - width, width };
};

export const paintMarkers = (
  panel: SeriesPanel,
  palette: PlotPalette,
  labelled: boolean,
  plot: uPlot,
): void => {
  const { ctx, bbox } = plot;
  const dense = devicePixelRatio;
  ctx.save();
  ctx.font = `${12 * dense}px "Instrument Sans Variable", sans-serif`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  let free = -Infinity;
  for (const marker of panel.markers.toSorted((a, b) => a.tick - b.tick)) {
    const x = plot.valToPos(marker.tick, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const colour = marker.kind === 'page' ? palette.page : palette.marker;
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineWidth = dense;
    ctx.setLineDash(marker.kind === 'page' ? [] : [2 * dense, 3 * dense]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    // Jobs are diamonds, everything else points down at its minute.
    if (marker.kind === 'job') {
      for (const [dx, dy] of [
        [0, -8],
        [4, -4],
        [0, 0],
        [-4, -4],
      ] as const)
        ctx.lineTo(x + dx * dense, bbox.top + dy * dense);
    } else {
      for (const [dx, dy] of [
        [-4, -7],
        [4, -7],
        [0, 0],
      ] as const)
        ctx.lineTo(x + dx * dense, bbox.top + dy * dense);
    }
    ctx.closePath();
    ctx.fill();
    const { text, from, width } = placedName(
      marker.label,
      x - 3 * dense,
      ctx.canvas.width,
      MOST * dense,
      (name) => ctx.measureText(name).width,
    );
    if (labelled && from > free) {
      ctx.fillText(text, from, bbox.top - 12 * dense);
      free = from + width + 20 * dense;
    }
  }
  ctx.restore();
};
