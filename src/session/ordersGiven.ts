/** The orders of a log, folded: who gave each, and when it was taken back. */
import type { InterventionSpec } from '../sim/interventions.ts';
import type { LogEvent } from './events.ts';

export interface GivenOrder {
  /** As the world calls it. */
  readonly id: string;
  /** Place among the commands of the run; null: of whoever had the shift before. */
  readonly index: number | null;
  readonly tick: number;
  readonly label: string;
  readonly spec: InterventionSpec;
  /** Null while it stands. */
  readonly undoneTick: number | null;
}

/** In the order given, up to and at a minute: those of whoever had the shift before come first. */
export function ordersGiven(log: readonly LogEvent[], until = Infinity): GivenOrder[] {
  const given = new Map<string, GivenOrder>();
  for (const event of log) {
    if ((event.kind !== 'command' && event.kind !== 'inherited') || event.tick > until) continue;
    const { command, label, tick, order: id } = event;
    if (command.kind === 'act' && id !== null) {
      const index = event.kind === 'command' ? event.index : null;
      given.set(id, { id, index, tick, label, spec: command.act, undoneTick: null });
    } else if (command.kind === 'undo') {
      const order = given.get(command.intervention);
      if (order !== undefined) given.set(order.id, { ...order, undoneTick: tick });
    }
  }
  return [...given.values()];
}

/** What had been ordered by a minute and not taken back. */
export function ordersStanding(log: readonly LogEvent[], tick: number): GivenOrder[] {
  return ordersGiven(log, tick).filter((order) => order.undoneTick === null);
}
