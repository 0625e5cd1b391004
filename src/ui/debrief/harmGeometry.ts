/** Where the harm curves lie: scales, paths, and labels that do not write over each other. Pure. */
import type { HarmChart, HarmLineId } from '../../scoring/debrief.ts';

/** The box of the picture, in its own units: 13 of them are a readable letter, so a narrow page has a box of its own. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Room for the names of the lines; without it they stand in a list below. */
  readonly right: number;
}

export const WIDE_FRAME: Frame = { width: 680, height: 356, left: 52, right: 188 };
export const NARROW_FRAME: Frame = { width: 340, height: 300, left: 44, right: 12 };

/** Room for three rows of names. */
export const TOP = 56;
export const BOTTOM = 28;
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
  /** The line that runs out of the picture, so that the others can be told apart. */
  readonly beyond: HarmLineId | null;
}

/** A line this much higher than every other would press them flat. */
const TOO_HIGH = 3;
/** Less than this part of a step is a dip. */
const DIP = 4;

/** 1, 2 or 5 times a power of ten: what people read off without thinking. */
export const niceStep = (top: number): number => {
  const raw = top / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
};

export const harmScale = (chart: HarmChart, frame: Frame = WIDE_FRAME): HarmScale => {
  const { width, height, left, right } = frame;
  const peaks = chart.lines
    .map((line) => ({ id: line.id, peak: Math.max(1e-9, ...line.values, ...line.high) }))
    .toSorted((a, b) => b.peak - a.peak);
  const [first, second] = peaks;
  const beyond =
    first !== undefined && second !== undefined && first.peak > TOO_HIGH * second.peak
      ? first.id
      : null;
  const highest = (beyond === null ? first : second)?.peak ?? 1e-9;
  const lowest = Math.min(0, ...chart.lines.flatMap((line) => [...line.values, ...line.low]));
  const step = niceStep(highest - lowest);
  const top = Math.ceil(highest / step);
  // A line that dips a little below zero is worth its own room, not a whole step.
  const bottom = -lowest < step / DIP ? lowest / step : Math.floor(lowest / step);
  // Never the zero that reads “-0”.
  const from = Math.ceil(bottom) + 0;
  const start = chart.ticks[0] ?? 0;
  const end = chart.ticks.at(-1) ?? 1;
  return {
    x: (tick) => left + ((tick - start) / Math.max(1, end - start)) * (width - left - right),
    y: (value) =>
      height - BOTTOM - ((value / step - bottom) / (top - bottom)) * (height - BOTTOM - TOP),
    steps: Array.from({ length: top - from + 1 }, (_, index) => (from + index) * step),
    beyond,
  };
};

/** Lines of text above the curves, so that names of marks do not write over each other. Null: no room for the name. */
export const markerRows = (
  marks: readonly { readonly x: number; readonly label: string }[],
  frame: Frame = WIDE_FRAME,
): readonly (number | null)[] => {
  const ends: number[] = Array.from({ length: MARKER_ROWS }, () => -Infinity);
  return marks.map(({ x, label }) => {
    const [from, to] = markerSpan(x, label, frame);
    const row = ends.findIndex((end) => from >= end);
    if (row < 0) return null;
    ends[row] = to;
    return row;
  });
};

const MARKER_ROWS = 3;
/** Width of a letter of the marks, and the gap kept after a name. */
const LETTER = 6.4;
const NAME_GAP = 12;

/** Names beside their mark begin so far from it. */
export const BESIDE = 8;

export interface MarkerName {
  readonly text: string;
  /** Left of its mark. */
  readonly flipped: boolean;
}

/** A name that would run out of the plot stands left of its mark; one that has no room there either is cut short. */
export const markerName = (x: number, label: string, frame: Frame = WIDE_FRAME): MarkerName => {
  const width = label.length * LETTER;
  const room = frame.width - frame.right * 0.7 - x - BESIDE;
  if (width <= room) return { text: label, flipped: false };
  if (width <= x - BESIDE) return { text: label, flipped: true };
  const flipped = x - BESIDE > room;
  const letters = Math.floor(Math.max(room, x - BESIDE) / LETTER);
  return { text: `${label.slice(0, Math.max(1, letters - 1)).trimEnd()}…`, flipped };
};

const markerSpan = (x: number, label: string, frame: Frame): readonly [number, number] => {
  const { text, flipped } = markerName(x, label, frame);
  const width = text.length * LETTER + NAME_GAP;
  return flipped ? [x - BESIDE - width, x] : [x, x + BESIDE + width];
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
export const labelPlaces = (
  ends: readonly number[],
  frame: Frame = WIDE_FRAME,
): readonly number[] => {
  const order = ends.map((_, index) => index).toSorted((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const placed = [...ends];
  let free = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, free);
    free = (placed[index] ?? 0) + LABEL_STEP;
  }
  let ceiling = frame.height - BOTTOM + 4;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - LABEL_STEP;
  }
  return placed;
};
