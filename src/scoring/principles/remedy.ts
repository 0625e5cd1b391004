/** How wide the remedy was, how soon it came, and whether it stuck. */
import { breadthOf } from '../bearing.ts';
import { enoughTick, promptWithin } from '../enough.ts';
import { claimAt, logbookOf, standing } from '../logbook.ts';
import {
  hasNarrowLever,
  heals,
  isArmed,
  isReferenceMove,
  KEEPERS,
  reverses,
  scopeOf,
} from '../means.ts';
import { durationLabel } from '../../sim/clock.ts';
import { at, broken, kept, principle } from './principle.ts';

/** A remedy this much wider than the hurt still counts as the smallest sufficient one. */
const WIDTH = 1.5;
/** Where more than this share of sessions is hurt, there is nothing narrow to find. */
const MOST = 0.6;

export const P05 = principle(
  'P05',
  'Heal the smallest sufficient area',
  [17, 18],
  (run, findings) => {
    const { scenario } = run;
    if (!hasNarrowLever(scenario) || findings.hurtShare > MOST) return 'not exercised';
    const book = logbookOf(run);
    const aimed = standing(book).filter((o) => breadthOf(scopeOf(o.spec)) !== null);
    const wide = aimed.find(
      (o) => breadthOf(scopeOf(o.spec)) === 'everyone' && !isReferenceMove(scenario, o.spec),
    );
    const order = wide ?? aimed.find((o) => heals(scenario, o.spec) || reverses(scenario, o.spec));
    if (order === undefined) return 'not exercised';
    const claim = claimAt(run, order.tick);
    const scope = JSON.stringify(scopeOf(order.spec));
    const asStated =
      claim !== null &&
      [claim.reading, claim.hurtNow, claim.hurtLater].some((l) => JSON.stringify(l) === scope);
    const withdrawn = [...book.inherited, ...book.orders].find(
      (o) => o.undoneTick !== null && breadthOf(scopeOf(o.spec)) === 'everyone',
    );
    if (wide === undefined) {
      const share = findings.remedyShare;
      if (isReferenceMove(scenario, order.spec) || asStated)
        return kept(
          withdrawn === undefined
            ? breadthOf(scopeOf(order.spec)) === 'everyone'
              ? 'The remedy went to everyone, and here that is one of the good ways: little was to be lost by it.'
              : 'The remedy reached those who needed it and left the others what they had.'
            : 'A wide remedy was taken back for one that fits: a correction worth as much as a first try.',
          [withdrawn, order],
        );
      if (share === null) return 'not exercised';
      if (share <= WIDTH * findings.hurtShare)
        return kept('The remedy was hardly wider than the harm.', [order]);
    }
    return broken(
      'The remedy reached well beyond those who were hurt, and a narrower lever was on the menu.',
      [at(run.desk.radiusHistory[0]?.tick ?? null, 'the radius declared'), order],
      {
        reasonable:
          'One order for everyone is simple to say, simple to check and hard to get wrong.',
        otherwise:
          'The same order takes a scope, and the declared radius would have been one: the others kept their gain.',
      },
    );
  },
);

export const P06 = principle(
  'P06',
  'When evidence is sufficient, act fast and make it stick',
  [17],
  (run, findings) => {
    const book = logbookOf(run);
    const enough = enoughTick(run);
    const remedy = book.orders.find((o) => heals(run.scenario, o.spec)) ?? null;
    const limit = promptWithin(run);
    if (enough !== null && (remedy === null || remedy.tick - enough > limit)) {
      const until = remedy?.tick ?? book.endTick;
      // A case closed within the limit was ended early, which is another matter than waiting.
      if (until - enough > limit)
        return broken(
          `${durationLabel(until - enough)} passed between sufficient evidence and ${remedy === null ? 'the end' : 'the remedy'}.`,
          [at(enough, 'the evidence was complete'), remedy],
          {
            reasonable: 'Each further look was cheap, and each made the answer a little surer.',
            otherwise: `Nothing after ${durationLabel(limit)} could have changed the choice; only the delay was still growing.`,
          },
        );
    }
    if (remedy === null) return 'not exercised';
    if (!isArmed(run.scenario) && !findings.relapsed)
      return enough === null || enough > remedy.tick
        ? 'not exercised'
        : kept(`Acted within ${durationLabel(limit)} of knowing enough, and it held.`, [
            at(enough, 'the evidence was complete'),
            remedy,
          ]);
    const keeper = standing(book).find(
      (o) => KEEPERS.includes(o.spec.kind) || o.spec.kind === 'nonfinite-guard',
    );
    if (!findings.relapsed && keeper !== undefined)
      return kept('The remedy came promptly, and something was set to keep it in place.', [
        remedy,
        keeper,
      ]);
    return broken(
      keeper === undefined
        ? 'The remedy came, and nothing kept the machinery from undoing it at night.'
        : 'The remedy came, and the fault came back past what was meant to hold it.',
      [remedy, keeper, promotionIn(run.log)],
      {
        reasonable:
          'The graph was back where it belongs, and a graph that has recovered looks finished.',
        otherwise: 'The time axis carried the next training and the next promotion all along.',
      },
    );
  },
);

function promotionIn(
  log: Parameters<typeof logbookOf>[0]['log'],
): { readonly tick: number; readonly label: string } | undefined {
  const event = log.findLast((e) => e.kind === 'world' && e.what === 'promoted');
  return event?.kind === 'world' ? { tick: event.tick, label: event.text } : undefined;
}
