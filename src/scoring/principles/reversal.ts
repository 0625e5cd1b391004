/** Going back, what belongs together when one goes, and coming forward again in steps. */
import type { Judged } from '../judged.ts';
import { cutsOf, independentOf, locatesStage, readsInputs, tests, views } from '../bearing.ts';
import { enoughTick, promptWithin } from '../enough.ts';
import { logbookOf, seenBy, standing, type Logbook, type Order } from '../logbook.ts';
import { breadthOf } from '../bearing.ts';
import { heals, isArmed, KEEPERS, reverses, scopeOf } from '../means.ts';
import { at, broken, kept, principle, type Judgement } from './principle.ts';

export const P04 = principle('P04', 'Roll back on evidence, then at once', [9, 16, 17], (run) => {
  const book = logbookOf(run);
  const reversal = book.orders.find((o) => reverses(run.scenario, o.spec));
  if (reversal !== undefined) return judgeReversal(run, book, reversal);
  const enough = enoughTick(run);
  const { rollback } = run.scenario;
  if ((rollback === 'right' || rollback === 'partial') && enough !== null) {
    const remedy = book.orders.find((o) => heals(run.scenario, o.spec));
    if (remedy === undefined)
      return broken(
        'The evidence against the version was in, and the version stayed.',
        [at(enough, 'the evidence was complete'), at(book.closedTick, 'closed')],
        {
          reasonable: 'Going back throws away a gain that somebody worked for.',
          otherwise: 'What it threw away was smaller than what each further hour cost.',
        },
      );
  }
  if (book.decidedTick === null) return 'not exercised';
  // To leave a version alone is a decision too, where a reading spoke for it.
  const spoke = seenBy(book, book.decidedTick).find(
    (s) => locatesStage(s) || independentOf(s, 'client') || views(s, 'ecosystem'),
  );
  if (spoke === undefined) return 'not exercised';
  return kept(
    'No version was taken back, and a reading of where the loss arises stood behind that.',
    [spoke, book.d0 ?? at(book.closedTick, 'closed')],
  );
});

function judgeReversal(run: Judged, book: Logbook, order: Order): Judgement {
  const before = seenBy(book, order.tick);
  const stage = before.find(locatesStage);
  const scope = before.find((s) => cutsOf(s).length > 0);
  const onset = before.find((s) => views(s, 'changes', 'metric'));
  const alibi = before.find((s) => readsInputs(s) || independentOf(s, 'client'));
  const enough = enoughTick(run);
  const { rollback } = run.scenario;
  const sufficed = enough !== null && enough <= order.tick;
  const reasoned = stage !== undefined && scope !== undefined && (onset ?? alibi) !== undefined;
  if (!reasoned && !sufficed)
    return broken(
      'A version was taken back before a reading had said where the loss arises.',
      [scope, onset, order],
      {
        reasonable:
          'Going back is the one move that has always worked somewhere, and it feels like doing something.',
        otherwise:
          'Onset, who is hurt and one rival tested are three looks. After them the same move is either right at once or not needed.',
      },
    );
  if ((rollback === 'irrelevant' || rollback === 'harmful') && sufficed)
    return broken(
      'A version was taken back although the readings at hand already pointed elsewhere.',
      [at(enough, 'the evidence was complete'), order],
      {
        reasonable: 'A version can be put back, so taking it out looked like the safe choice.',
        otherwise: 'Those who were served by it and were fine had already been on the screen.',
      },
    );
  if (enough !== null && order.tick - enough > promptWithin(run))
    return broken(
      'The evidence was complete, and the guilty version went on serving.',
      [at(enough, 'the evidence was complete'), order],
      {
        reasonable:
          'A little more certainty is always within reach, and a mistaken reversal is visible.',
        otherwise:
          'Nothing read in between could have changed the decision; people were served meanwhile.',
      },
    );
  return kept('Onset, scope and a stage had been read; then the version went back without delay.', [
    scope,
    stage,
    onset ?? alibi,
    order,
  ]);
}

export const P23 = principle('P23', 'Versions travel together', [8, 17], (run) => {
  const book = logbookOf(run);
  const move = book.orders.find(
    (o) => reverses(run.scenario, o.spec) || o.spec.kind === 'promote-model',
  );
  if (move === undefined) return 'not exercised';
  const lineage = seenBy(book, move.tick).find(
    (s) => views(s, 'model', 'features', 'lineage') || tests(s, 'shadow', 'replay'),
  );
  const keeper = standing(book).find((o) => KEEPERS.includes(o.spec.kind));
  const armed = isArmed(run.scenario);
  if (lineage !== undefined && (!armed || keeper !== undefined))
    return kept('What the version is made of was read before it moved, and it was kept in place.', [
      lineage,
      move,
      keeper,
    ]);
  return broken(
    lineage === undefined
      ? 'A version was moved without reading what travels with it.'
      : 'The version was moved; what would replace it at night was not.',
    [lineage, move],
    {
      reasonable: 'A version has one name, and one name looks like one thing.',
      otherwise:
        'Its artefact, the features it reads and the line that trains it each have a life of their own; the model view lists them.',
    },
  );
});

export const P24 = principle('P24', 'Re-expose in steps', [17, 18], (run) => {
  const book = logbookOf(run);
  const forward = book.orders.find(
    (o) => o.spec.kind === 'promote-model' || o.spec.kind === 'retrain',
  );
  // Going back to what served yesterday is no launch; something new, or newly trained, is.
  if (forward === undefined) return 'not exercised';
  const step =
    seenBy(book, forward.tick).find((s) => tests(s, 'shadow', 'reroute', 'replay')) ??
    book.orders.find(
      (o) =>
        o.tick < forward.tick &&
        o.spec.kind === 'route-cohort' &&
        breadthOf(scopeOf(o.spec)) === 'part',
    );
  if (step !== undefined)
    return kept('Something smaller came before everyone was served by it.', [step, forward]);
  return broken('It went from nobody to everybody in one step.', [forward], {
    reasonable: 'The cure seemed clear, and a step would have left some people waiting for it.',
    otherwise:
      'A shadow or one per cent for half an hour shows whether it cures before it can hurt.',
  });
});
