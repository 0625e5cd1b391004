/** What of a panel has something to say where there is no room for all of it: what is furthest out of its own noise. */
import { standsOut } from '../../session/overlayWords.ts';
import type { BarsPanel, SeriesPanel } from '../../session/view.ts';

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

type Bar = BarsPanel['groups'][number]['bars'][number];

/** Bars that a small panel has room for, in their order: those outside their band before the others. */
export const tellingBars = (bars: readonly Bar[], room: number): readonly Bar[] => {
  const kept = new Set(bars.toSorted((a, b) => Number(b.flag) - Number(a.flag)).slice(0, room));
  return bars.filter((bar) => kept.has(bar));
};
