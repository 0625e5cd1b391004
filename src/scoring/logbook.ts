/** The log of a run, folded once: orders and what became of them, readings with the look or test behind each. */
import { INTERVENTION_PRICES, type InterventionSpec } from '../sim/interventions.ts';
import { tickLabel } from '../sim/clock.ts';
import type { Command, Look, RadiusClaim, Test } from '../session/commands.ts';
import { testWords } from '../session/words.ts';
import type { Judged } from './judged.ts';

export interface Order {
  readonly id: string;
  readonly index: number;
  readonly tick: number;
  readonly effectTick: number;
  readonly label: string;
  readonly spec: InterventionSpec;
  readonly hold: boolean;
  /** When the player took it back; null while it stands. */
  readonly undoneTick: number | null;
}

/** A reading as it came to the player. */
export interface Seen {
  readonly tick: number;
  readonly label: string;
  readonly summary: string;
  readonly look: Look | null;
  readonly test: Test | null;
  readonly predicted: boolean;
  /** Index of the command that asked for it. */
  readonly index: number;
}

export interface Logbook {
  readonly pageTick: number;
  readonly endTick: number;
  readonly orders: readonly Order[];
  readonly seen: readonly Seen[];
  /** First order that changes production other than a reversible hold. */
  readonly d0: Order | null;
  /** When the case was decided: at `d0`, else at closing. Null: neither happened. */
  readonly decidedTick: number | null;
  readonly closedTick: number | null;
  readonly slow: boolean;
}

export function logbookOf(run: Judged): Logbook {
  const orders: Order[] = [];
  const seen: Seen[] = [];
  const tests = new Map<string, { index: number; predicted: boolean }>();
  let look: { readonly look: Look; readonly index: number; readonly predicted: boolean } | null =
    null;
  let endTick = run.scenario.world.pageTick;
  for (const event of run.log) {
    endTick = Math.max(endTick, event.tick + (event.kind === 'command' ? event.minutes : 0));
    if (event.kind === 'command') {
      const { command, index } = event;
      if (command.kind === 'look')
        look = { look: command.look, index, predicted: command.predict !== undefined };
      else if (command.kind === 'test')
        // Tests are numbered in the order they were asked for, as orders are.
        tests.set(`t${tests.size}`, { index, predicted: command.predict !== undefined });
      else if (command.kind === 'act')
        orders.push(orderOf(`o${orders.length}`, index, event.tick, event.label, command.act));
      else if (command.kind === 'undo') {
        const at = orders.findIndex((o) => o.id === command.intervention);
        if (at >= 0) orders[at] = { ...orders[at]!, undoneTick: event.tick };
      }
    } else if (event.kind === 'reading') {
      seen.push({
        tick: event.tick,
        label: event.reading.label,
        summary: event.reading.summary,
        look: look?.look ?? null,
        test: null,
        predicted: look?.predicted ?? false,
        index: look?.index ?? -1,
      });
    } else if (event.kind === 'test') {
      const asked = tests.get(event.test);
      const running = run.desk.tests.find((t) => t.id === event.test);
      seen.push({
        tick: event.tick,
        label: running === undefined ? 'a test' : testWords(running.test),
        summary: event.summary,
        look: null,
        test: running?.test ?? null,
        predicted: asked?.predicted ?? false,
        index: asked?.index ?? -1,
      });
    }
  }
  const d0 = orders.find((o) => !o.hold) ?? null;
  const closedTick = run.desk.closed?.tick ?? null;
  return {
    pageTick: run.scenario.world.pageTick,
    endTick,
    orders,
    seen,
    d0,
    decidedTick: d0?.tick ?? closedTick,
    closedTick,
    slow: run.scenario.clock === 'days',
  };
}

function orderOf(
  id: string,
  index: number,
  tick: number,
  label: string,
  spec: InterventionSpec,
): Order {
  const { cost, lag, group, reversible } = INTERVENTION_PRICES[spec.kind];
  const hold = group === 'hold' && reversible;
  return {
    id,
    index,
    tick,
    effectTick: tick + cost + lag,
    label,
    spec,
    hold,
    undoneTick: null,
  };
}

/** Orders that were never taken back by the player. */
export function standing(book: Logbook): readonly Order[] {
  return book.orders.filter((o) => o.undoneTick === null);
}

/** Readings that had come by a minute. */
export function seenBy(book: Logbook, tick: number | null): readonly Seen[] {
  return tick === null ? book.seen : book.seen.filter((s) => s.tick <= tick);
}

/** The radius as it stood at a minute; null when nothing had been declared. */
export function claimAt(run: Judged, tick: number | null): RadiusClaim | null {
  const said = run.desk.radiusHistory.filter((r) => tick === null || r.tick <= tick);
  const claim = said[said.length - 1]?.claim;
  if (claim === undefined) return null;
  const { reading, hurtNow, hurtLater } = claim;
  return reading === null && hurtNow === null && hurtLater === null ? null : claim;
}

export function commandsOf<K extends Command['kind']>(
  run: Judged,
  kind: K,
): readonly { readonly tick: number; readonly command: Extract<Command, { kind: K }> }[] {
  return run.log.flatMap((e) =>
    e.kind === 'command' && e.command.kind === kind
      ? [{ tick: e.tick, command: e.command as Extract<Command, { kind: K }> }]
      : [],
  );
}

/** A log line as the debrief quotes it. */
export function line(entry: { readonly tick: number; readonly label: string }): string {
  return `${tickLabel(entry.tick)} ${entry.label}`;
}
