/** Offline evidence chooses what to try; what people do decides. */
import type { GaugeId } from '../../sim/gauges.ts';
import { cuts, reads, tests, views } from '../bearing.ts';
import { logbookOf, seenBy, type Seen } from '../logbook.ts';
import { reverses, turnsOnExperiment } from '../means.ts';
import { at, broken, kept, principle } from './principle.ts';

/** Taken on held-out rows when a version is evaluated. */
const OFFLINE: ReadonlySet<GaugeId> = new Set(['auc', 'ndcg', 'offline_calibration']);

const isOffline = (seen: Seen): boolean =>
  (seen.look?.view === 'gauge' && OFFLINE.has(seen.look.gauge)) || tests(seen, 'shadow', 'golden');

const isOnline = (seen: Seen): boolean =>
  views(seen, 'experiments') ||
  tests(seen, 'reroute') ||
  (cuts(seen, 'arm', 'model') && reads(seen, 'save_rate', 'hide_rate', 'server_saves', 'sessions'));

export const P26 = principle(
  'P26',
  'Offline filters, online decides, a gap is a clue',
  [19],
  (run) => {
    const book = logbookOf(run);
    const order = book.orders.find(
      (o) => o.spec.kind === 'promote-model' || reverses(run.scenario, o.spec),
    );
    // Who closes with the experiment as it stands has decided on the version too.
    const closes = turnsOnExperiment(run.scenario, book.orders)
      ? at(book.closedTick, 'closed')
      : null;
    const decision = order ?? closes;
    if (decision === null) return 'not exercised';
    const before = seenBy(book, decision.tick);
    const online = before.find(isOnline);
    const offline = before.find(isOffline);
    if (online !== undefined)
      return kept(
        offline === undefined
          ? 'The version was judged by what people did with it.'
          : 'The version was judged by what people did with it, beside what had been measured offline.',
        [offline, online, decision],
      );
    if (offline === undefined) return 'not exercised';
    return broken('The version was judged offline only.', [offline, decision], {
      reasonable: 'Offline figures are exact, quick and about this very version.',
      otherwise:
        'They are taken on the labels the version was made for. Its arm, or one per cent of people, shows what nobody thought to label.',
    });
  },
);
