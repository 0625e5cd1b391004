/** Which lines of a cut have something to say: those furthest out of their own noise. */
import { standsOut } from '../../session/overlayWords.ts';
import type { SeriesPanel } from '../../session/view.ts';

/** Lines a small plot shows in full; the rest stand behind them. */
const TELLING = 3;

/** Keys of the lines shown in full. */
export const tellingLines = (panel: SeriesPanel): ReadonlySet<string> =>
  new Set(
    panel.lines
      .toSorted((a, b) => standsOut(b) - standsOut(a))
      .slice(0, TELLING)
      .map((line) => line.key),
  );
