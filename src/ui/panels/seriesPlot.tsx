/**
 * One uPlot, kept in step with its panel, its box and the theme. For the keyboard it is a slider over time: arrows move
 * the moment all plots share, with Shift they stretch a range, Enter pins it.
 */
import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import type { Overlay } from '../../session/overlayWords.ts';
import type { SeriesPanel } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { hold, hover, letGo, rangeReading, stretched } from '../cursor/cursor.ts';
import { pointAt, stepped } from '../cursor/time.ts';
import { useDesk } from '../play/desk.ts';
import { plotPalette } from './palette.ts';
import { brushed, placeCursor, placeRange } from './plotMarks.ts';
import { plotData, plotOptions } from './plotOptions.ts';
import { pointWords } from './pointWords.ts';

export interface SeriesPlotProps {
  readonly panel: SeriesPanel;
  /** What is laid behind the lines. */
  readonly overlays: readonly Overlay[];
  readonly full: boolean;
  /** Minutes shown; null: all there are. */
  readonly zoom?: { readonly from: number; readonly to: number } | null;
}

export const SeriesPlot = ({
  panel,
  overlays,
  full,
  zoom = null,
}: SeriesPlotProps): JSX.Element => {
  const { run, theme } = useApp();
  const { marks } = useDesk();
  const host = useRef<HTMLDivElement>(null);
  const plotted = useRef<UPlot | null>(null);
  const shown = theme.value;
  const behind = overlays.map((overlay) => overlay.id).join(' ');
  useEffect(() => {
    const box = host.current;
    if (box === null) return undefined;
    const draw = (): void => {
      const [width, height] = [box.clientWidth, box.clientHeight];
      if (width === 0 || height === 0) return;
      if (plotted.current === null) {
        const options = plotOptions(panel, overlays, plotPalette(shown), {
          width,
          height,
          full,
        });
        options.hooks = {
          ...options.hooks,
          setCursor: [
            (plot) => {
              const { idx } = plot.cursor;
              hover(marks, typeof idx === 'number' ? (panel.ticks[idx] ?? null) : null);
              // What is held stays where it is, wherever the pointer goes.
              const held = marks.cursor.peek();
              if (held?.held === true) placeCursor(plot, panel, held.tick);
            },
          ],
          setSelect: [(plot) => (marks.range.value = brushed(plot, panel))],
        };
        plotted.current = new UPlot(options, plotData(panel, overlays), box);
        if (zoom !== null) plotted.current.setScale('x', { min: zoom.from, max: zoom.to });
      } else plotted.current.setSize({ width, height });
      placeCursor(plotted.current, panel, marks.cursor.peek()?.tick ?? null);
      placeRange(plotted.current, panel, marks.range.peek());
    };
    const observer = new ResizeObserver(draw);
    observer.observe(box);
    return () => {
      observer.disconnect();
      plotted.current?.destroy();
      plotted.current = null;
    };
  }, [panel, behind, full, shown, zoom]);
  // Read first: an effect follows only what it has read, whether or not the plot stands already.
  useSignalEffect(() => {
    const tick = marks.cursor.value?.tick ?? null;
    if (plotted.current !== null) placeCursor(plotted.current, panel, tick);
  });
  useSignalEffect(() => {
    const range = marks.range.value;
    if (plotted.current !== null) placeRange(plotted.current, panel, range);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const from = marks.cursor.value?.tick ?? null;
    const to = stepped(event.key, panel.ticks, from);
    if (to !== null) {
      const start = from === null ? null : pointAt(panel.ticks, from);
      if (event.shiftKey && start !== null)
        marks.range.value = stretched(marks.range.value, panel.id, panel.ticks[start] ?? to, to);
      else marks.range.value = null;
      hold(marks, to);
    } else if (event.key === 'Enter' && marks.range.value?.panel === panel.id) {
      void run.send({ kind: 'pin', reading: rangeReading(marks.range.value), pinned: true });
      marks.range.value = null;
    } else if (event.key !== 'Escape' || !letGo(marks)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const at = marks.cursor.value === null ? null : pointAt(panel.ticks, marks.cursor.value.tick);
  return (
    <div
      ref={host}
      class={full ? 'plot full' : 'plot'}
      role="slider"
      tabIndex={0}
      aria-label={`${panel.title}, by time`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, panel.ticks.length - 1)}
      aria-valuenow={at ?? Math.max(0, panel.ticks.length - 1)}
      aria-valuetext={at === null ? panel.summary : pointWords(panel, at, overlays)}
      onKeyDown={onKeyDown}
      onClick={() => {
        const { cursor, range } = marks;
        // The end of a brush is no click.
        if (cursor.value !== null && range.value === null)
          cursor.value = { ...cursor.value, held: !cursor.value.held };
      }}
    />
  );
};
