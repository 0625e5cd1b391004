/** Remedies that pay in days: given their time, aimed at the axis that fell, and kept within a budget. */
import { cuts, metricsOf, views } from '../bearing.ts';
import { registerOf } from '../../session/believed.ts';
import type { Judged } from '../judged.ts';
import { commandsOf, logbookOf, seenBy, type Order } from '../logbook.ts';
import { isLongRun } from '../means.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { at, broken, kept, principle } from './principle.ts';

/** Before this, a long-run remedy has had no chance to show anything but its cost. */
const HORIZON = 7 * MINUTES_PER_DAY;
/** A reading this long after the effect is a long-run reading. */
const LATER = 2 * MINUTES_PER_DAY;

export const P14 = principle('P14', 'Give long-run remedies a long-run reading', [3, 12], (run) => {
  const book = logbookOf(run);
  const order = book.orders.find(isLongRun);
  if (order === undefined) return 'not exercised';
  const reverted = book.orders.find(
    (o) => isLongRun(o) && o.undoneTick !== null && o.undoneTick - o.tick < HORIZON,
  );
  const alarm = run.log.find(
    (e) =>
      e.kind === 'effect' &&
      e.effect.do === 'alert' &&
      e.tick >= (reverted?.effectTick ?? 0) &&
      e.tick <= (reverted?.undoneTick ?? 0),
  );
  if (reverted !== undefined && alarm === undefined)
    return broken(
      'A remedy that pays in weeks was taken back on the cost of its first days.',
      [reverted, at(reverted.undoneTick, 'undone')],
      {
        reasonable: 'Saves did fall, and people who had not been told asked for it to stop.',
        otherwise:
          'The dip was its price and not its effect; how deep and until when can be said before it starts.',
      },
    );
  const said = expectationOf(run, order);
  const later = book.seen.find(
    (s) => s.tick >= order.effectTick + LATER && metricsOf(s).length > 0,
  );
  if (said !== null || later !== undefined)
    return kept(
      said === null
        ? 'It was left standing and read again days later.'
        : 'What to expect was written down when it began, and it was left standing.',
      [order, said, later],
    );
  return broken(
    'Neither an expectation was written down nor a later reading taken: it was set and left.',
    [order, at(book.closedTick, 'closed')],
    {
      reasonable: 'Its first effects were visible, and nothing seemed left to do.',
      otherwise: 'Without a date and a bound, the first dip on somebody’s chart decides instead.',
    },
  );
});

/** A written trigger, or a note that says what is being done with a next date a day or more away. */
function expectationOf(run: Judged, order: Order): { tick: number; label: string } | null {
  const near = (tick: number): boolean =>
    tick >= order.tick - MINUTES_PER_DAY && tick <= order.tick + MINUTES_PER_DAY;
  for (const kind of ['wait', 'next-day'] as const) {
    const waited = commandsOf(run, kind).find(
      (c) => c.command.trigger !== undefined && near(c.tick),
    );
    if (waited !== undefined) return { tick: waited.tick, label: 'waited with a written trigger' };
  }
  const note = run.desk.notes.find(
    (n) =>
      near(n.tick) &&
      (n.note.nextUpdateMinutes ?? 0) >= MINUTES_PER_DAY &&
      n.note.claims.some((claim) =>
        registerOf(run.scenario, claim)?.needs.some((need) => need.need === 'acted'),
      ),
  );
  return note === undefined ? null : { tick: note.tick, label: `note to ${note.note.audience}` };
}

export const P16 = principle(
  'P16',
  'Variety is designed in, on the right axis',
  [11, 13],
  (run) => {
    const book = logbookOf(run);
    const knob = book.orders.find((o) => o.spec.kind === 'diversity');
    if (knob === undefined) return 'not exercised';
    const read = seenBy(book, knob.tick).find(
      (s) => metricsOf(s).includes('topic_entropy') || views(s, 'person'),
    );
    if (read !== undefined)
      return kept('How varied a slate is was read before its variety was turned.', [read, knob]);
    return broken(
      'The knob for variety was turned without a reading of which variety fell.',
      [knob],
      {
        reasonable: 'Less to see sounds like too little variety, and there is a knob of that name.',
        otherwise:
          'Variety within one slate and the number of ideas that reach anybody are two axes; only one of them has to have moved.',
      },
    );
  },
);

/** Slots that may go to exploration before it is no budget any more. */
const BUDGET = 0.15;

export const P18 = principle('P18', 'Exploration is a budget with an owner', [2, 12, 24], (run) => {
  const book = logbookOf(run);
  const set = book.orders.findLast((o) => o.spec.kind === 'exploration');
  if (set?.spec.kind !== 'exploration') return 'not exercised';
  const { share } = set.spec;
  const read = seenBy(book, set.tick).find(
    (s) =>
      views(s, 'ecosystem') ||
      cuts(s, 'tenure', 'activity') ||
      metricsOf(s).includes('tail_labels'),
  );
  if (share > 0 && share <= BUDGET && read !== undefined)
    return kept('Exploration was set to a bounded share, after reading who needs it.', [read, set]);
  return broken(
    share === 0
      ? 'Exploration was set to nothing.'
      : share > BUDGET
        ? 'Exploration was raised without a bound that anybody would own.'
        : 'Exploration was changed before anybody had read whom it serves.',
    [read, set],
    {
      reasonable:
        share === 0
          ? 'Every exploring slot costs a save today, and today is what is measured.'
          : 'More chances for what nobody has seen sounds like the cure itself.',
      otherwise:
        'Who is new, who tolerates it and what one per cent of it costs can be read first; then it is a budget.',
    },
  );
});
