/**
 * Requests that wait for machines. Where the slowest hundredth takes half as long again, what the machines say comes before
 * any version: one shard that everybody reads, or more requests than can be answered.
 */
import type { View } from '../../session/view.ts';
import type { Moves, Steps } from '../bot.ts';
import { ordersOf } from '../menu.ts';
import { act, look, shownAs } from '../steps.ts';
import { versionSuspect, type Suspect } from './suspects.ts';

/** Per cent above its past at which p99 is the machines' affair. */
const SLOWER = 50;
/** Per cent by which more requests than usual are more than the machines were bought for. */
const MANY = 25;

/** The health strip is free to read. */
export function isSlow({ strip }: View): boolean {
  return strip.some(({ id, deviation }) => id === 'p99_ms' && (deviation ?? 0) > SLOWER);
}

const BY_VERSION = /ranker version/i;

/** Of several versions the one that answers later than ever, where the others do not: then it is no matter of machines. */
export function* findSlowVersion(first: View): Steps<{ view: View; suspect: Suspect | null }> {
  const view = yield* look(first, { view: 'serving' });
  const groups = shownAs(view, 'serving', 'bars')?.groups ?? [];
  const bars = groups.filter(({ label }) => BY_VERSION.test(label)).flatMap((group) => group.bars);
  const slow = bars.filter(({ flag, now, before }) => flag && now > (before ?? now));
  const [one] = slow;
  const isOne = slow.length === 1 && bars.length > 1;
  return { view, suspect: isOne ? versionSuspect(view, one!.label) : null };
}

/** More requests than can be answered, or as many as ever, of which some wait for what all of them read? */
function* areTooMany(first: View): Steps<{ view: View; tooMany: boolean }> {
  const view = yield* look(first, { view: 'gauge', gauge: 'offered', by: null });
  const plot = shownAs(view, 'gauge', 'series');
  const line = plot?.lines[plot.lead];
  return { view, tooMany: (line?.deviation ?? 0) > MANY };
}

/**
 * Too many: each is asked fewer times, and what is left over is answered more cheaply and by more machines. Else hot keys are
 * read together.
 */
export function* relieve(first: View): Moves {
  const load = yield* areTooMany(first);
  let { view } = load;
  const most = ordersOf(view, 'scale-up').toSorted((a, b) => b.factor - a.factor);
  const orders = load.tooMany
    ? [
        ...ordersOf(view, 'retry-budget'),
        ...ordersOf(view, 'overflow-to-light'),
        ...most.slice(0, 1),
      ]
    : ordersOf(view, 'replicate-keys');
  for (const order of orders) view = yield* act(view, order);
  return view;
}
