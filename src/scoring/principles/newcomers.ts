/** Those of whom little is known need a broad start, and are lost in every mean. */
import { cuts, views } from '../bearing.ts';
import { logbookOf, seenBy, type Order } from '../logbook.ts';
import { hurtsNewcomers } from '../means.ts';
import { at, broken, kept, principle } from './principle.ts';

/** Does it give newcomers a start of their own, or back what they had said about themselves? */
function startsThem({ spec }: Order): boolean {
  return (
    spec.kind === 'cold-start' ||
    (spec.kind === 'revert-setting' &&
      (spec.setting === 'onboarding-parser' || spec.setting === 'cold-start-prior'))
  );
}

export const P17 = principle('P17', 'Personalise new people gradually', [2, 10], (run) => {
  const book = logbookOf(run);
  if (book.decidedTick === null || !hurtsNewcomers(run.scenario)) return 'not exercised';
  const remedy = book.orders.find(startsThem);
  const until = remedy?.tick ?? book.closedTick;
  const read = seenBy(book, until).find((s) => cuts(s, 'tenure', 'history') && !views(s, 'person'));
  if (remedy !== undefined && read !== undefined)
    return kept(
      'New people were read apart from the mean, and given a start that does not pretend to know them.',
      [read, remedy],
    );
  return broken(
    read === undefined
      ? 'New people were never read apart from everybody else.'
      : 'New people had been read apart, and nothing was done for them.',
    [read, remedy ?? at(book.closedTick, 'closed')],
    {
      reasonable: 'They are few on any evening, and a mean over everybody hardly moves with them.',
      otherwise:
        'A cut by tenure shows them in a minute. Of those who leave in their first days nobody hears again.',
    },
  );
});
