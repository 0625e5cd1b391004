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
/** Per cent that a label needs. */
const LABEL_ROOM = 8.6;

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
  const labelled: boolean[] = all.map(() => false);
  // The newest move and what is to come are named first; older moves where there is room.
  const order = all
    .map((_, index) => index)
    .toSorted((a, b) => {
      const rank = (index: number): number =>
        all[index]?.attention === true ? 0 : all[index]?.future === true ? 1 : 2;
      return rank(a) - rank(b) || b - a;
    });
  for (const index of order) {
    const left = places[index] ?? 0;
    const item = all[index];
    const reach = item?.future === true ? LABEL_ROOM * 1.7 : LABEL_ROOM;
    labelled[index] = labelled.every(
      (named, other) =>
        !named ||
        Math.abs((places[other] ?? 0) - left) >=
          (all[other]?.future === true ? Math.max(reach, LABEL_ROOM * 1.3) : reach),
    );
  }
  return all.map((item, index) => ({
    key: `${index}-${item.tick}-${item.label}`,
    item,
    left: places[index] ?? 0,
    labelled: labelled[index] ?? false,
  }));
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
