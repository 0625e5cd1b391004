/** One uPlot, kept in step with its panel, its box and the theme. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import type { SeriesPanel } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { plotPalette } from './palette.ts';
import { plotData, plotOptions } from './plotOptions.ts';

export interface SeriesPlotProps {
  readonly panel: SeriesPanel;
  readonly full: boolean;
  /** Index under the cursor, or null when it leaves. */
  readonly onCursor?: (index: number | null) => void;
}

export const SeriesPlot = ({ panel, full, onCursor }: SeriesPlotProps): JSX.Element => {
  const host = useRef<HTMLDivElement>(null);
  const theme = useApp().theme.value;
  useEffect(() => {
    const box = host.current;
    if (box === null) return undefined;
    let plot: UPlot | null = null;
    const draw = (): void => {
      const [width, height] = [box.clientWidth, box.clientHeight];
      if (width === 0 || height === 0) return;
      if (plot !== null) {
        plot.setSize({ width, height });
        return;
      }
      const options = plotOptions(panel, plotPalette(theme), { width, height, full });
      options.hooks = {
        ...options.hooks,
        setCursor: [(made) => onCursor?.(made.cursor.idx ?? null)],
      };
      plot = new UPlot(options, plotData(panel), box);
    };
    const observer = new ResizeObserver(draw);
    observer.observe(box);
    return () => {
      observer.disconnect();
      plot?.destroy();
    };
  }, [panel, full, theme]);
  return (
    <div ref={host} class={full ? 'plot full' : 'plot'} role="img" aria-label={panel.summary} />
  );
};
