/** Colours for canvases, which cannot read custom properties by themselves. Resolved once per theme. */
import type { OverlayId } from '../../session/overlayWords.ts';
import type { Theme } from '../../storage/preferences.ts';

export interface PlotPalette {
  readonly lines: readonly string[];
  readonly grid: string;
  readonly text: string;
  readonly band: string;
  readonly baseline: string;
  readonly marker: string;
  readonly page: string;
}

const cache = new Map<Theme, PlotPalette>();

/** Dashes go with the colours, so that no line is told apart by hue alone. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 2],
  [1, 2],
  [10, 4],
  // The eighth line has the first one's colour.
  [12, 3, 2, 3, 2, 3],
];

/** What lies behind the lines: thin, in the colour of the axes, told apart by its dash alone. */
export const OVERLAY_DASHES: Readonly<Record<OverlayId, readonly number[]>> = {
  past: [1, 4],
  week: [7, 5],
  year: [12, 4, 2, 4],
};

export const plotPalette = (theme: Theme): PlotPalette => {
  const known = cache.get(theme);
  if (known !== undefined) return known;
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const palette: PlotPalette = {
    lines: ['--d-red', '--d-sky', '--soft', '--d-green', '--d-rose', '--d-orange', '--d-blue'].map(
      read,
    ),
    grid: read('--hair'),
    text: read('--mute'),
    band: read('--ink-3'),
    baseline: read('--mute'),
    marker: read('--mute'),
    page: read('--pager-text'),
  };
  cache.set(theme, palette);
  return palette;
};
