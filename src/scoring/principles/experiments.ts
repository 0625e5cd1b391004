/** An experiment is believed after its ratio and its overlap, and stopped by its smallest part. */
import { views } from '../bearing.ts';
import { commandsOf, logbookOf, seenBy } from '../logbook.ts';
import { turnsOnExperiment } from '../means.ts';
import { at, broken, kept, principle } from './principle.ts';

export const P25 = principle(
  'P25',
  'Healthy experiments: guardrails, ratios, overlap, owner, kill switch',
  [18, 19],
  (run) => {
    const book = logbookOf(run);
    if (book.decidedTick === null || !turnsOnExperiment(run.scenario, book.orders))
      return 'not exercised';
    const { decidedTick } = book;
    const decision = book.d0 ?? at(book.closedTick, 'closed');
    const keeper = run.scenario.cast.filter((c) => c.role.includes('experiment'));
    const asked = commandsOf(run, 'ask').find(
      (c) => c.tick < decidedTick && keeper.some((k) => k.id === c.command.who),
    );
    const read =
      seenBy(book, decidedTick).find((s) => views(s, 'experiments')) ??
      at(asked?.tick ?? null, 'asked the keeper of experiments');
    const all = book.orders.find((o) => o.spec.kind === 'freeze-deploys');
    const arm = book.orders.find((o) => o.spec.kind === 'stop-ramp' || o.spec.kind === 'pause-arm');
    if (read !== null)
      return kept(
        arm === undefined && all !== undefined
          ? 'Ratio and effects were read before the read-out was believed; everything was frozen where one arm would have done.'
          : 'Ratio and effects by group were read before the read-out was believed.',
        [read, arm ?? all, decision],
      );
    return broken('The arm was believed before its ratio had been read.', [arm, decision], {
      reasonable:
        'Arm against control is the cleanest comparison there is, so its figure looks beyond doubt.',
      otherwise:
        'An arm that drew other people shows the same figure. The ratio stands on the same page as the effect.',
    });
  },
);
