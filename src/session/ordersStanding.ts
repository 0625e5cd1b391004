/** Orders of a log, folded: what had been ordered by a minute and not taken back. */
import type { InterventionKind } from '../sim/interventions.ts';
import type { LogEvent } from './events.ts';

export interface GivenOrder {
  readonly kind: InterventionKind;
  readonly tick: number;
  readonly label: string;
}

/** In the order given, those of whoever had the shift before first. */
export function ordersStanding(log: readonly LogEvent[], tick: number): GivenOrder[] {
  // Orders are numbered as they are given, whoever gives them.
  const given = new Map<string, GivenOrder>();
  let count = 0;
  for (const event of log) {
    if ((event.kind !== 'command' && event.kind !== 'inherited') || event.tick > tick) continue;
    const { command, label } = event;
    if (command.kind === 'act')
      given.set(`o${count++}`, { kind: command.act.kind, tick: event.tick, label });
    else if (command.kind === 'undo') given.delete(command.intervention);
  }
  return [...given.values()];
}
