/**
 * When it began: a cumulative sum over a series that grows while the number is off, and falls back to nothing while it is
 * not (E. S. Page, Continuous inspection schemes, 1954). It began where the sum last left nothing.
 */
import type { SeriesPanel } from '../../session/view.ts';

/** What is forgiven at each point, in standard errors: the usual half of a shift worth finding. */
const SLACK = 1;
/** Where the number is far off in the end, so much of that is forgiven: what came and went before was of another size. */
const PART = 1 / 8;
/** The band of a plot is two standard errors to either side. */
const BAND_ERRORS = 2;

/** Tick of the point at which it began; null where the series ends inside its noise. */
export function onsetOf(panel: SeriesPanel): number | null {
  const line = panel.lines[0];
  const error = panel.band / BAND_ERRORS;
  if (line === undefined || error <= 0) return null;
  const off = (line.deviation ?? 0) / 100;
  const last = off < 0 ? -1 : 1;
  const slack = Math.max(SLACK, (PART * Math.abs(off)) / error);
  let sum = 0;
  let onset: number | null = null;
  panel.ticks.forEach((tick, i) => {
    const [value, usual] = [line.values[i] ?? null, line.baseline[i] ?? 0];
    if (value === null || usual === 0) return;
    const before = sum;
    sum = Math.max(0, sum + (last * (value / usual - 1)) / error - slack);
    if (sum === 0) onset = null;
    else if (before === 0) onset = tick;
  });
  return onset;
}
