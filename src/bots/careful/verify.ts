/** A remedy is read again once it can be seen; what made it worse, or did nothing where it should have, is taken back. */
import type { View } from '../../session/view.ts';
import type { Moves, Steps } from '../bot.ts';
import { differenceError } from './difference.ts';
import { signOf } from './radius.ts';
import type { Suspect } from './suspects.ts';

/** Until a remedy can be seen in a number that is read over an hour, or over a day. */
const UNTIL_SEEN = { minutes: 75, days: 2 } as const;
/** Standard errors of a difference by which the number of the page is held to be another. */
const CLEAR = 3;

/** How things stood before a remedy. A view is of its moment: what is wanted later is read now. */
export interface Standing {
  readonly number: PageNumber | null;
  readonly orders: ReadonlySet<string>;
}

interface PageNumber {
  /** Per cent in the bad direction. */
  readonly off: number;
  readonly error: number;
}

/** The number of the page, off the health strip, which is free to read. */
function pageNumber({ lens, strip }: View): PageNumber | null {
  const tile = strip.find(({ id }) => id === lens.metric);
  if (tile === undefined || tile.deviation === null || tile.error === null) return null;
  return { off: signOf(lens.metric) * tile.deviation, error: tile.error };
}

export function standing(view: View): Standing {
  return { number: pageNumber(view), orders: new Set(view.applied.map(({ id }) => id)) };
}

/**
 * What a remedy was found to be: `worse`, the number of the page has gone further off than chance takes it; `idle`, it is
 * clearly off by more than half of what it was; else it may have helped.
 */
function judge(then: PageNumber | null, now: PageNumber | null): 'worse' | 'idle' | 'open' {
  if (then === null || now === null) return 'open';
  if (now.off - then.off > CLEAR * differenceError(then.error, now.error)) return 'worse';
  return now.off - then.off / 2 > CLEAR * differenceError(then.error / 2, now.error)
    ? 'idle'
    : 'open';
}

/** What a setting does is seen at once; versions are widened, and what is counted or reported takes its time. */
const AT_ONCE: ReadonlySet<Suspect['what']> = new Set([
  'source',
  'tower',
  'filter',
  'blend',
  'setting',
  'experiment',
  'scale',
  'pool',
]);

export const showsAtOnce = ({ what }: Suspect): boolean => AT_ONCE.has(what);

export function* untilSeen({ clock }: View): Moves {
  return yield clock === 'days'
    ? { kind: 'next-day', days: UNTIL_SEEN.days }
    : { kind: 'wait', minutes: UNTIL_SEEN.minutes };
}

/**
 * Waits until what was ordered since `before` can be seen. Where it made the number of the page worse, or should have been
 * seen to help and was not, it is taken back.
 */
export function* verify(
  before: Standing,
  first: View,
  suspect: Suspect | null,
): Steps<{ view: View; isWrong: boolean }> {
  const view = yield* untilSeen(first);
  const found = judge(before.number, pageNumber(view));
  const isIdle = found === 'idle' && suspect !== null && showsAtOnce(suspect);
  if (found !== 'worse' && !isIdle) return { view, isWrong: false };
  return { view: yield* takeBackSince(before, view), isWrong: true };
}

/** All that was ordered since then and still stands, but what only keeps new things out. */
export function* takeBackSince({ orders }: Standing, first: View): Moves {
  const ordered = first.applied
    .filter(({ id, spec }) => !orders.has(id) && spec.kind !== 'freeze-deploys')
    .map(({ id }) => id);
  let view = first;
  // The newest first: each stood on those before it.
  for (const id of ordered.toReversed()) {
    const stands = view.applied.some((order) => order.id === id && order.canUndo);
    if (stands) view = yield { kind: 'undo', intervention: id };
  }
  return view;
}
