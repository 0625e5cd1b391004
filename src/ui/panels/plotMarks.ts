/** The shared moment and the chosen range, put on one plot. */
import type uPlot from 'uplot';
import type { SeriesPanel } from '../../session/view.ts';
import type { PlotRange } from '../cursor/cursor.ts';
import { pointAt } from '../cursor/time.ts';

const AWAY = -10;

/** Where the shared moment lies on this plot; away where the plot does not reach. */
export const placeCursor = (plot: uPlot, panel: SeriesPanel, tick: number | null): void => {
  const index = tick === null ? null : pointAt(panel.ticks, tick);
  const at = index === null ? undefined : panel.ticks[index];
  const left = at === undefined ? AWAY : plot.valToPos(at, 'x');
  plot.setCursor(
    { left, top: left === AWAY ? AWAY : plot.bbox.height / devicePixelRatio / 2 },
    false,
  );
};

/** Only when the range has changed: a brush under way is the plot's own until it ends. */
export const placeRange = (plot: uPlot, panel: SeriesPanel, range: PlotRange | null): void => {
  const own = range?.panel === panel.id ? range : null;
  const left = own === null ? 0 : plot.valToPos(own.from, 'x');
  const right = own === null ? 0 : plot.valToPos(own.to, 'x');
  const height = plot.bbox.height / devicePixelRatio;
  plot.setSelect({ left, width: right - left, top: 0, height }, false);
};

/** The range just brushed, on whole points; null for a mere click. */
export const brushed = (plot: uPlot, panel: SeriesPanel): PlotRange | null => {
  const { left, width } = plot.select;
  const from = panel.ticks[plot.posToIdx(left)];
  const to = panel.ticks[plot.posToIdx(left + width)];
  return width < 2 || from === undefined || to === undefined || from === to
    ? null
    : { panel: panel.id, from, to };
};
