/** Marks above a plot: what changed, what ran, the page, one's own moves. */
import type uPlot from 'uplot';
import type { SeriesPanel } from '../../session/view.ts';
import type { PlotPalette } from './palette.ts';

export interface PlacedName {
  readonly text: string;
  readonly from: number;
  readonly width: number;
}

/**
 * Where a name goes beside its mark, in a picture so wide: to the right of it, where there is no room ending at it, and
 * where there is none either, as much of it as the wider side holds. Pure; all in the units of `measure`.
 */
export const placedName = (
  name: string,
  at: number,
  room: number,
  measure: (text: string) => number,
): PlacedName => {
  const width = measure(name);
  if (width <= room - at) return { text: name, from: at, width };
  if (width <= at) return { text: name, from: at - width, width };
  const side = Math.max(at, room - at);
  let length = name.length - 1;
  while (length > 1 && measure(`${name.slice(0, length)}…`) > side) length -= 1;
  const text = `${name.slice(0, length).trimEnd()}…`;
  const cut = measure(text);
  return { text, from: side === at ? at - cut : at, width: cut };
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
      (name) => ctx.measureText(name).width,
    );
    if (labelled && from > free) {
      ctx.fillText(text, from, bbox.top - 12 * dense);
      free = from + width + 20 * dense;
    }
  }
  ctx.restore();
};
