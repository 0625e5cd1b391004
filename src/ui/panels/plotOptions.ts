/** A series panel as uPlot wants it: data columns, axes, and what is painted behind and above the lines. */
import type uPlot from 'uplot';
import { dayLabel, isDaily } from '../../session/dayWords.ts';
import type { Overlay } from '../../session/overlayWords.ts';
import type { SeriesPanel } from '../../session/view.ts';
import { tickLabel } from '../format.ts';
import { paintMarkers } from './markerPaint.ts';
import { DASHES, OVERLAY_DASHES, type PlotPalette } from './palette.ts';
import { pointValue } from './pointWords.ts';
import { tellingLines } from './telling.ts';

const FONT = '12px "JetBrains Mono Variable", monospace';

/** Overlays come after the lines, in the order of `plotOptions`. */
export const plotData = (panel: SeriesPanel, overlays: readonly Overlay[]): uPlot.AlignedData => [
  [...panel.ticks],
  ...panel.lines.map((line) => [...line.values]),
  ...overlays.map((overlay) => [...overlay.values]),
];

const paintBand = (panel: SeriesPanel, palette: PlotPalette, plot: uPlot): void => {
  const baseline = panel.lines[panel.lead]?.baseline;
  if (baseline === undefined || panel.band <= 0) return;
  const { ctx } = plot;
  ctx.save();
  // A wide band would run out of the plot.
  ctx.beginPath();
  ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
  ctx.clip();
  ctx.beginPath();
  const edge = (index: number, sign: 1 | -1): void => {
    const tick = panel.ticks[index];
    const value = baseline[index];
    if (tick === undefined || value === undefined) return;
    ctx.lineTo(
      plot.valToPos(tick, 'x', true),
      plot.valToPos(value * (1 + sign * panel.band), 'y', true),
    );
  };
  for (let index = 0; index < baseline.length; index += 1) edge(index, 1);
  for (let index = baseline.length - 1; index >= 0; index -= 1) edge(index, -1);
  ctx.closePath();
  ctx.fillStyle = palette.band;
  ctx.fill();
  ctx.restore();
};

/** Minutes between labels of whole days. */
const DAYS = [1440, 2880, 10080, 20160];

/** Six digits of colour and two of opacity. */
const FAINT = '38';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** Axes and labels; a small multiple has none of them. */
  readonly full: boolean;
}

export const plotOptions = (
  panel: SeriesPanel,
  overlays: readonly Overlay[],
  palette: PlotPalette,
  size: PlotSize,
): uPlot.Options => {
  const telling = tellingLines(panel);
  const daily = isDaily(panel.ticks);
  return {
    width: size.width,
    height: size.height,
    padding: size.full ? [26, 40, 0, 0] : [10, 2, 2, 2],
    legend: { show: false },
    cursor: {
      drag: { x: true, y: false, setScale: false },
      points: { size: 6 },
      y: false,
    },
    select: { show: true, left: 0, top: 0, width: 0, height: 0 },
    scales: { x: { time: false } },
    axes: [
      {
        show: size.full,
        stroke: palette.text,
        font: FONT,
        grid: { show: false },
        ticks: { show: false },
        size: 26,
        space: 96,
        incrs: daily ? DAYS : [60, 120, 180, 360, 720, ...DAYS],
        values: (_, splits) => splits.map(daily ? dayLabel : tickLabel),
      },
      {
        show: size.full,
        stroke: palette.text,
        font: FONT,
        grid: { stroke: palette.grid, width: 1 },
        ticks: { show: false },
        size: 56,
        values: (_, splits) => splits.map((value) => pointValue(panel, value)),
      },
    ],
    series: [
      {},
      ...panel.lines.map((line, index) => ({
        label: line.label,
        stroke: `${palette.lines[index % palette.lines.length] ?? palette.text}${size.full || telling.has(line.key) ? '' : FAINT}`,
        width: index === 0 ? 2 : 1.4,
        dash: [...(DASHES[index % DASHES.length] ?? [])],
        points: { show: false },
        spanGaps: false,
      })),
      ...overlays.map((overlay) => ({
        label: overlay.label,
        stroke: palette.baseline,
        width: 1,
        dash: [...OVERLAY_DASHES[overlay.id]],
        points: { show: false },
      })),
    ],
    hooks: {
      // The band lies around the past: where that is switched off, so is the band.
      drawAxes: overlays.some((overlay) => overlay.id === 'past')
        ? [(plot) => paintBand(panel, palette, plot)]
        : [],
      draw: [(plot) => paintMarkers(panel, palette, size.full, plot)],
    },
  };
};
