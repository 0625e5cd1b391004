/** What the next model learns from: rows that did not happen, and rows the system wrote about itself. */
import { independentOf, views } from '../bearing.ts';
import { enoughTick } from '../enough.ts';
import type { Judged } from '../judged.ts';
import { logbookOf, seenBy, standing, type Order } from '../logbook.ts';
import { isLoop, taintsTraining } from '../means.ts';
import { beginTick } from '../../scenario/handover.ts';
import type { Scope } from '../../sim/segments.ts';
import { at, broken, kept, principle } from './principle.ts';

/** First training after the player began that went through, by the log. */
function trainedTick(run: Judged): number | null {
  const began = beginTick(run.scenario);
  const event = run.log.find((e) => e.kind === 'world' && e.what === 'trained' && e.tick > began);
  return event?.tick ?? null;
}

/** The scope reaches the builds whose rows are wrong, or does not ask about builds at all. */
function reaches(run: Judged, scope: Scope): boolean {
  const builds = new Set(run.scenario.faults.flatMap((f) => ('build' in f ? [f.build] : [])));
  // What no build did is on the rows of all of them.
  if (builds.size === 0) return scope.length > 0;
  const platforms = new Set<string>(
    run.scenario.world.builds.filter((b) => builds.has(b.build)).map((b) => b.platform),
  );
  return scope.some(
    (c) =>
      (c.build === undefined || c.build.some((b) => builds.has(b))) &&
      (c.platform === undefined || c.platform.some((p) => platforms.has(p))),
  );
}

function setsAside(run: Judged, order: Order, before: number): boolean {
  const { spec } = order;
  if (order.effectTick > before) return false;
  // Where no training came yet, what was taken back is not there for the one that will.
  if (order.undoneTick !== null && order.undoneTick <= before) return false;
  return (
    spec.kind === 'skip-training' ||
    (spec.kind === 'quarantine-rows' && reaches(run, spec.scope)) ||
    (spec.kind === 'spam-rule' && run.scenario.faults.some((f) => f.kind === 'save-bots'))
  );
}

export const P13 = principle('P13', 'Engagement is evidence, not truth', [6], (run) => {
  if (!taintsTraining(run.scenario)) return 'not exercised';
  const book = logbookOf(run);
  const training = trainedTick(run);
  const due = training ?? Infinity;
  const aside = book.orders.find((o) => setsAside(run, o, due));
  const checked = book.seen.find((s) => views(s, 'training') || independentOf(s, 'client'));
  if (aside !== undefined)
    return kept('The rows in doubt were kept away from the training before it read them.', [
      checked,
      aside,
    ]);
  if (training === null && book.closedTick === null) return 'not exercised';
  const halfway = book.orders.find((o) => o.spec.kind === 'dedupe-events');
  return broken(
    halfway === undefined
      ? 'Rows that say something false about people went on to the nightly training.'
      : 'Counting was mended from then on; the rows written before still went to the training.',
    [
      checked,
      halfway,
      at(training, 'the nightly training read the log'),
      at(book.closedTick, 'closed'),
    ],
    {
      reasonable:
        'Nobody was worse off that day, and a broken number looks like a matter for a ticket.',
      otherwise:
        'Following the number to its readers leads to the training within one look: an impression without a save is a refusal there.',
    },
  );
});

const CUTS_LOOP = ['normalise-popularity', 'quarantine-rows', 'dedupe-events'] as const;
const CLEANS_ROWS = [...CUTS_LOOP, 'spam-rule'] as const;

export const P15 = principle('P15', 'Do not train on your own echo', [4], (run) => {
  const { scenario } = run;
  if (!isLoop(scenario) && !taintsTraining(scenario)) return 'not exercised';
  const book = logbookOf(run);
  const retrain = book.orders.find((o) => o.spec.kind === 'retrain');
  const cut = standing(book).find((o) => CUTS_LOOP.some((kind) => kind === o.spec.kind));
  if (retrain === undefined) {
    if (!isLoop(scenario)) return 'not exercised';
    if (cut !== undefined)
      return kept(
        'The count was divided by exposure again: what is shown no longer votes for itself.',
        [cut],
      );
    const enough = enoughTick(run);
    if (enough === null || book.closedTick === null) return 'not exercised';
    return broken(
      'The loop had been read and was left closed; every night trains on it once more.',
      [at(enough, 'the evidence was complete'), at(book.closedTick, 'closed')],
      {
        reasonable: 'Holding it down from above calms every graph within days.',
        otherwise: 'The counts that feed it had not changed; lifting the hold brings it back.',
      },
    );
  }
  const read = seenBy(book, retrain.tick).find((s) => views(s, 'ecosystem', 'training', 'model'));
  const repaired = book.orders.find(
    (o) => CLEANS_ROWS.some((kind) => kind === o.spec.kind) && o.tick < retrain.tick,
  );
  const weighed = retrain.spec.kind === 'retrain' && retrain.spec.recipe !== 'plain';
  if (read !== undefined && (repaired !== undefined || weighed))
    return kept('Training came after the repair, or knew what it had chosen to show.', [
      read,
      repaired,
      retrain,
    ]);
  return broken(
    repaired === undefined && !weighed
      ? 'The model was trained afresh on rows that repeat what it had shown.'
      : 'The model was trained without a look at what its rows hold.',
    [read, retrain],
    {
      reasonable: 'Fresh data is the usual medicine, and a colleague who knows models offered it.',
      otherwise:
        'Concentration in the rows themselves shows that the freshest are the most one-sided of all.',
    },
  );
});
