/** One point of a plot in words, for legend and screen reader. */
import type { Overlay } from '../../session/overlayWords.ts';
import type { SeriesPanel } from '../../session/view.ts';
import { compact } from '../format.ts';

/** Rates are shares of one; people read them as per cent. */
export const pointValue = (panel: SeriesPanel, value: number | null | undefined): string => {
  if (value === null || value === undefined) return 'no data';
  return panel.unit === '%' ? `${compact(100 * value)} %` : compact(value);
};

export const pointWords = (
  panel: SeriesPanel,
  index: number,
  overlays: readonly Overlay[] = [],
): string => {
  const values = panel.lines.map(
    (line) =>
      `${panel.lines.length === 1 ? '' : `${line.label} `}${pointValue(panel, line.values[index])}`,
  );
  const behind = overlays.map(
    (overlay) => `${overlay.label} ${pointValue(panel, overlay.values[index])}`,
  );
  return `${panel.tickLabels[index] ?? ''}: ${[...values, ...behind].join(', ')}`;
};
