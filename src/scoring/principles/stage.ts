/** Where value is lost, and what enters the model, before the model is blamed. */
import { readsInputs, views } from '../bearing.ts';
import { logbookOf, seenBy } from '../logbook.ts';
import { reverses } from '../means.ts';
import { broken, kept, principle } from './principle.ts';
import { singlesOut, stageOf } from './stageOf.ts';

export const P09 = principle('P09', 'Find the stage first', [9], (run) => {
  const book = logbookOf(run);
  const blame = book.orders.find(({ spec }) => stageOf(spec) !== null);
  if (blame === undefined) return 'not exercised';
  const stage = stageOf(blame.spec);
  const read = seenBy(book, blame.tick).find((s) => stage !== null && singlesOut(s, stage));
  if (read !== undefined)
    return kept(
      'A reading had said at which stage value goes missing before that stage was touched.',
      [read, blame],
    );
  return broken(`“${blame.label}” blamed a stage that no reading had singled out.`, [blame], {
    reasonable: 'Most incidents of this shape do come from there, and experience is evidence too.',
    otherwise:
      'The funnel shows, stage by stage, how much value arrives and how much leaves; a replay with one stage exchanged settles it.',
  });
});

export const P10 = principle('P10', 'Inspect inputs before the model', [15, 16], (run) => {
  const book = logbookOf(run);
  const order = book.orders.find(
    (o) => o.spec.kind === 'retrain' || reverses(run.scenario, o.spec),
  );
  if (order === undefined) return 'not exercised';
  const training = order.spec.kind === 'retrain';
  const read = seenBy(book, order.tick).find((s) =>
    training ? views(s, 'training', 'ecosystem') : readsInputs(s),
  );
  if (read !== undefined)
    return kept(
      training
        ? 'What the training would read was read first.'
        : 'What the ranker is given was read before the ranker was moved.',
      [read, order],
    );
  return broken(
    training
      ? 'A model was trained on rows that nobody had looked at.'
      : 'The ranker was moved before anybody had read what it is given.',
    [order],
    {
      reasonable: 'The model is the part that changes most, so it is where one reaches first.',
      otherwise:
        'Two minutes on the distributions of its inputs, not only on their nulls, separate a model that got worse from one that is told less.',
    },
  );
});
