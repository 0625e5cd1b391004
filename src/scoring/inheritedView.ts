/** What whoever had the shift before did, for the board: it is told and not judged. */
import { tickLabel } from '../sim/clock.ts';
import { handoverOf } from '../session/handoverView.ts';
import type { InheritedView } from './debrief.ts';
import type { Judged } from './judged.ts';
import { logbookOf, type Order } from './logbook.ts';

export function inheritedView(run: Judged): InheritedView | null {
  const handover = handoverOf(run);
  if (handover === null) return null;
  const { inherited } = logbookOf(run);
  const moves = run.log.flatMap((event) => {
    if (event.kind !== 'inherited') return [];
    const order = inherited.find(({ tick, spec }) => {
      const { command } = event;
      return command.kind === 'act' && tick === event.tick && spec === command.act;
    });
    return [{ atLabel: tickLabel(event.tick), label: event.label, note: becameOf(order) }];
  });
  return { from: handover.from, atLabel: handover.atLabel, moves };
}

function becameOf(order: Order | undefined): string {
  if (order === undefined) return '';
  return order.undoneTick === null
    ? 'You let it stand.'
    : `You took it back at ${tickLabel(order.undoneTick)}.`;
}
