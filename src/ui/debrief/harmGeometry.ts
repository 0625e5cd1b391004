/** Where the harm curves lie: scales, paths, and labels that do not write over each other. Pure. */
import type { HarmChart, HarmLineId } from '../../scoring/debrief.ts';

export const WIDTH = 680;
export const HEIGHT = 320;
export const LEFT = 52;
export const RIGHT = 188;
const TOP = 20;
const BOTTOM = 28;
/** Least distance between two labels. */
const LABEL_STEP = 19;

export const DASH: Readonly<Record<HarmLineId, string>> = {
  nothing: '2 5',
  rollback: '9 4',
  everything: '3 3',
  you: '',
  reference: '14 3 2 3',
};

export interface HarmScale {
  readonly x: (tick: number) => number;
  readonly y: (value: number) => number;
  readonly steps: readonly number[];
}

/** 1, 2 or 5 times a power of ten: what people read off without thinking. */
export const niceStep = (top: number): number => {
  const raw = top / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
};

export const harmScale = (chart: HarmChart): HarmScale => {
  const highest = Math.max(1e-9, ...chart.lines.flatMap((line) => [...line.values, ...line.high]));
  const step = niceStep(highest);
  const top = Math.ceil(highest / step) * step;
  const first = chart.ticks[0] ?? 0;
  const last = chart.ticks.at(-1) ?? 1;
  return {
    x: (tick) => LEFT + ((tick - first) / Math.max(1, last - first)) * (WIDTH - LEFT - RIGHT),
    y: (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP),
    steps: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step),
  };
};

export const linePath = (chart: HarmChart, values: readonly number[], scale: HarmScale): string =>
  values
    .map(
      (value, index) =>
        `${index === 0 ? 'M' : 'L'}${scale.x(chart.ticks[index] ?? 0).toFixed(1)} ${scale.y(value).toFixed(1)}`,
    )
    .join('');

export const bandPath = (
  chart: HarmChart,
  low: readonly number[],
  high: readonly number[],
  scale: HarmScale,
): string => {
  if (low.length === 0 || high.length === 0) return '';
  const back = low
    .map(
      (value, index) =>
        `L${scale.x(chart.ticks[index] ?? 0).toFixed(1)} ${scale.y(value).toFixed(1)}`,
    )
    .toReversed()
    .join('');
  return `${linePath(chart, high, scale)}${back}Z`;
};

/** Ends of the lines pushed apart, lowest first, then back inside the frame. */
export const labelPlaces = (ends: readonly number[]): readonly number[] => {
  const order = ends.map((_, index) => index).toSorted((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const placed = [...ends];
  let free = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, free);
    free = (placed[index] ?? 0) + LABEL_STEP;
  }
  let ceiling = HEIGHT - BOTTOM + 4;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - LABEL_STEP;
  }
  return placed;
};
