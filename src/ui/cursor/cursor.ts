/** One moment for the whole desk: whatever shows time marks it. And one range of one plot, on its way to the board. */
import { signal, type Signal } from '@preact/signals';
import { readingId } from '../../session/grammarReading.ts';

export interface Cursor {
  readonly tick: number;
  /** Put there by key or click: it stays when the pointer leaves. */
  readonly held: boolean;
}

export interface PlotRange {
  readonly panel: string;
  readonly from: number;
  readonly to: number;
}

export interface TimeMarks {
  readonly cursor: Signal<Cursor | null>;
  readonly range: Signal<PlotRange | null>;
}

export const createTimeMarks = (): TimeMarks => ({ cursor: signal(null), range: signal(null) });

/** The pointer shows a moment; what is held goes before it. */
export const hover = (marks: TimeMarks, tick: number | null): void => {
  if (marks.cursor.value?.held === true) return;
  marks.cursor.value = tick === null ? null : { tick, held: false };
};

export const hold = (marks: TimeMarks, tick: number): void => {
  marks.cursor.value = { tick, held: true };
};

/** True where there was something to let go of. */
export const letGo = (marks: TimeMarks): boolean => {
  const had = marks.cursor.value !== null || marks.range.value !== null;
  marks.cursor.value = null;
  marks.range.value = null;
  return had;
};

/** From where the cursor stands to where it goes; the end that stands still is the one it began at. */
export const stretched = (
  range: PlotRange | null,
  panel: string,
  from: number,
  to: number,
): PlotRange | null => {
  const same = range?.panel === panel ? range : null;
  const anchor = same === null ? from : same.from === from ? same.to : same.from;
  return anchor === to ? null : { panel, from: Math.min(anchor, to), to: Math.max(anchor, to) };
};

export const rangeReading = (range: PlotRange): string => readingId(range);
