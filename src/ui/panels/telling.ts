/** Which lines of a cut have something to say: those furthest out of their own noise. */
import type { SeriesPanel } from '../../session/view.ts';

type Line = SeriesPanel['lines'][number];

/** Lines a small plot shows in full; the rest stand behind them. */
const TELLING = 3;

const distance = (line: Line): number =>
  Math.abs(line.deviation ?? 0) / Math.max(0.1, line.error ?? 1);

const byDistance = (panel: SeriesPanel): readonly Line[] =>
  panel.lines.toSorted((a, b) => distance(b) - distance(a));

/** The line whose figure stands for the panel; undefined where there is none. */
export const headLine = (panel: SeriesPanel): Line | undefined => byDistance(panel)[0];

/** Keys of the lines shown in full. */
export const tellingLines = (panel: SeriesPanel): ReadonlySet<string> =>
  new Set(
    byDistance(panel)
      .slice(0, TELLING)
      .map((line) => line.key),
  );
