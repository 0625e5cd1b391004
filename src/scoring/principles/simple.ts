/** What is known to work comes first, and a tool is chosen for the constraint it has to meet. */
import type { InterventionKind } from '../../sim/interventions.ts';
import { onBoard, reads, tests, views } from '../bearing.ts';
import { logbookOf, seenBy, type Order } from '../logbook.ts';
import { workingKinds } from '../means.ts';
import { broken, kept, principle } from './principle.ts';

/** They bring back, or put in the way, what has been seen to work. */
const STEADY: ReadonlySet<InterventionKind> = new Set([
  'rollback-model',
  'route-cohort',
  'pause-arm',
  'revert-setting',
  'feature-fallback',
  'pin-consumer',
  'index-alias',
  'revert-tower',
  'overflow-to-light',
  'image-provider',
]);

/** They make something new, which has to be right the first time. */
const BUILT: ReadonlySet<InterventionKind> = new Set([
  'promote-model',
  'retrain',
  'rebuild-index',
  'nonfinite-guard',
  'fix-client',
]);

export const P21 = principle(
  'P21',
  'Prefer stable and simple until complexity earns its place',
  [1, 5, 7],
  (run) => {
    const steadyWorks = [...workingKinds(run.scenario)].some((kind) => STEADY.has(kind));
    const { orders } = logbookOf(run);
    const first = orders.find((o) => STEADY.has(o.spec.kind) || BUILT.has(o.spec.kind));
    if (!steadyWorks || first === undefined) return 'not exercised';
    const later = orders.find((o) => BUILT.has(o.spec.kind) && o !== first);
    if (STEADY.has(first.spec.kind))
      return kept(
        later === undefined
          ? 'What was known to work was put back, and nothing new was built in a hurry.'
          : 'What was known to work was put back first; the new build could then take its time.',
        [first, later],
      );
    return broken(
      `The first answer, “${first.label}”, was something new, while a known good state was in reach.`,
      [first],
      {
        reasonable:
          'A build of today’s data looks like the real repair, and going back looks like giving up.',
        otherwise:
          'People feel the hours until a build is ready and whatever is wrong with it. The old state is dull, and was served to everyone last week.',
      },
    );
  },
);

/** Orders that buy one of speed, capacity and plainness with another. */
const TRADES: ReadonlySet<InterventionKind> = new Set([
  'overflow-to-light',
  'shed-load',
  'scale-up',
  'drain-pool',
  'retry-budget',
  'replicate-keys',
  'purge-cache',
  'image-provider',
  'feature-fallback',
]);

export const P22 = principle('P22', 'Tool fits constraint', [7], (run) => {
  const book = logbookOf(run);
  const order = book.orders.find((o) => TRADES.has(o.spec.kind));
  if (order === undefined) return 'not exercised';
  const read = seenBy(book, order.tick).find((s) => weighs(order, s));
  if (read !== undefined)
    return kept('The constraint the tool has to meet was read before the tool was chosen.', [
      read,
      order,
    ]);
  return broken(
    `“${order.label}” was chosen before anybody had read the constraint it is for.`,
    [order],
    {
      reasonable: 'It is the tool for that kind of trouble, and it has helped before.',
      otherwise:
        'Latency, load and what a default does to scores stand on boards of a minute each; each of these tools takes from one to give to another.',
    },
  );
});

/** Does the reading show what the order trades in? */
function weighs({ spec }: Order, seen: Parameters<typeof views>[0]): boolean {
  if (spec.kind === 'feature-fallback')
    return views(seen, 'features', 'model') || tests(seen, 'parity', 'replay');
  return views(seen, 'serving', 'funnel') || onBoard(seen, 'machines') || reads(seen, 'p99_ms');
}
