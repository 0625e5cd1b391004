/**
 * Where things stand on the time axis. The past is spaced by move, not by minute (moves cluster), the future by the
 * root of its distance, so that tonight's job and the next deadline are both in sight. Pure.
 */
import type { AxisView, PendingView } from '../../session/view.ts';

type Item = AxisView['items'][number];

export interface Placed {
  readonly key: string;
  readonly item: Item;
  /** Per cent of the axis' width. */
  readonly left: number;
  /** Is there room for the words? */
  readonly labelled: boolean;
}

const NOW_AT = 56;
const FIRST = 3;
/** Per cent of the axis that a letter takes on a desk of middling width, and the most that a label does. */
const LETTER = 0.42;
const WIDEST = { past: 9, future: 16, edge: 24 } as const;
/** Between two labels. */
const GAP = 0.5;
/** From here on a label ends at its mark and does not reach beyond the axis. */
export const EDGE = 86;

const withPending = (items: readonly Item[], pending: readonly PendingView[]): readonly Item[] => [
  ...items,
  ...pending.map((job) => ({
    tick: job.doneAtTick,
    label: `${job.label} done`,
    kind: 'job' as const,
    future: true,
    attention: false,
  })),
];

const pastPlaces = (past: readonly Item[]): readonly number[] => {
  const step = Math.min(9, (NOW_AT - FIRST) / Math.max(1, past.length));
  return past.map((_, index) => FIRST + index * step);
};

const futurePlaces = (future: readonly Item[], now: number): readonly number[] => {
  const far = Math.max(1, ...future.map((item) => item.tick - now));
  return future.map(
    (item) => NOW_AT + 8 + (94 - NOW_AT - 8) * Math.sqrt(Math.max(0, item.tick - now) / far),
  );
};

export const nowPlace = (past: number): number =>
  past === 0 ? FIRST : FIRST + (past - 1) * Math.min(9, (NOW_AT - FIRST) / past) + 3;

export const placeAxis = (
  axis: AxisView,
  pending: readonly PendingView[],
  now: number,
): readonly Placed[] => {
  const items = withPending(axis.items, pending).toSorted((a, b) => a.tick - b.tick);
  const past = items.filter((item) => !item.future);
  const future = items.filter((item) => item.future);
  const places = [...pastPlaces(past), ...futurePlaces(future, now)];
  const all = [...past, ...future];
  const spans = all.map((item, index) => spanOf(item, places[index] ?? 0, index === 0));
  // What is due is named first, the soonest before the others, then what is to come, then moves from the newest on.
  const rank = (item: Item): number => (item.attention ? 0 : item.future ? 1 : 2);
  const order = all
    .map((item, index) => ({ item, index }))
    .toSorted(
      (a, b) =>
        rank(a.item) - rank(b.item) || (a.item.future ? a.index - b.index : b.index - a.index),
    );
  const named = new Set<number>();
  for (const { index } of order) {
    const [from, to] = spans[index]!;
    const isFree = [...named].every((other) => {
      const [start, end] = spans[other]!;
      return to + GAP <= start || end + GAP <= from;
    });
    if (isFree) named.add(index);
  }
  return all.map((item, index) => ({
    key: `${index}-${item.tick}-${item.label}`,
    item,
    left: places[index] ?? 0,
    labelled: named.has(index),
  }));
};

/** From where to where a label reaches, per cent. */
const spanOf = (
  { label, future }: Item,
  left: number,
  isFirst: boolean,
): readonly [number, number] => {
  const most = left > EDGE ? WIDEST.edge : future ? WIDEST.future : WIDEST.past;
  const wide = Math.min(most, label.length * LETTER);
  if (isFirst) return [left, left + wide];
  return left > EDGE ? [left - wide, left] : [left - wide / 2, left + wide / 2];
};

/**
 * Where a minute lies among what is placed, per cent; between two items in proportion. Before the page there is no
 * room: everything older stands at the left edge.
 */
export const placeOf = (
  placed: readonly Placed[],
  now: number,
  nowAt: number,
  tick: number,
): number => {
  const known = [
    ...placed
      .filter(({ item }) => !item.future)
      .map(({ item, left }) => [item.tick, left] as const),
    [now, nowAt] as const,
    ...placed.filter(({ item }) => item.future).map(({ item, left }) => [item.tick, left] as const),
  ];
  const after = known.findIndex(([at]) => at >= tick);
  const right = known[after];
  if (right === undefined) return known.at(-1)?.[1] ?? 0;
  const left = known[after - 1];
  if (left === undefined) return right[0] === tick ? right[1] : 0;
  const span = right[0] - left[0];
  return span === 0 ? right[1] : left[1] + ((tick - left[0]) / span) * (right[1] - left[1]);
};
