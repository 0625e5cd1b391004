/** The log of a run, folded once: orders and what became of them, readings with the look or test behind each. */
import { beginTick } from '../scenario/handover.ts';
import { INTERVENTION_PRICES } from '../sim/interventions.ts';
import { tickLabel } from '../sim/clock.ts';
import type { Command, Look, RadiusClaim, Test } from '../session/commands.ts';
import { ordersGiven, type GivenOrder } from '../session/ordersGiven.ts';
import { testWords } from '../session/words.ts';
import type { Judged } from './judged.ts';

export interface Order extends GivenOrder {
  readonly effectTick: number;
  readonly hold: boolean;
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
  /** When the player's part of the case begins, and what began it, as `after` puts it. */
  readonly began: { readonly tick: number; readonly by: 'the page' | 'taking over' };
  readonly endTick: number;
  readonly orders: readonly Order[];
  /** Those of whoever had the shift before; `undoneTick`: by the player. What they took back themselves is left out. */
  readonly inherited: readonly Order[];
  readonly seen: readonly Seen[];
  /** First order that changes production other than a reversible hold. */
  readonly d0: Order | null;
  /** When the case was decided: at `d0` or the first inherited change taken back, else at closing. Null: none of it happened. */
  readonly decidedTick: number | null;
  readonly closedTick: number | null;
  readonly slow: boolean;
}

export function logbookOf(run: Judged): Logbook {
  const given = ordersGiven(run.log).map(priced);
  const orders = given.filter((o) => o.index !== null);
  const inherited = given.filter((o) => o.index === null);
  const seen: Seen[] = [];
  const tests = new Map<string, { index: number; predicted: boolean }>();
  let look: { readonly look: Look; readonly index: number; readonly predicted: boolean } | null =
    null;
  const began = beginTick(run.scenario);
  let endTick = began;
  for (const event of run.log) {
    endTick = Math.max(endTick, event.tick + (event.kind === 'command' ? event.minutes : 0));
    if (event.kind === 'command') {
      const { command, index } = event;
      if (command.kind === 'look')
        look = { look: command.look, index, predicted: command.predict !== undefined };
      else if (command.kind === 'test')
        // Tests are numbered in the order they were asked for, as orders are.
        tests.set(`t${tests.size}`, { index, predicted: command.predict !== undefined });
    } else if (event.kind === 'handover') {
      // What others read is no reading of the player's; what is open on the desk costs nothing to read.
      seen.length = 0;
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
  const stood = inherited.filter((o) => o.undoneTick === null || o.undoneTick >= began);
  const changed = [
    ...(d0 === null ? [] : [d0.tick]),
    ...stood.flatMap((o) => (o.hold || o.undoneTick === null ? [] : [o.undoneTick])),
  ];
  const closedTick = run.desk.closed?.tick ?? null;
  return {
    began: {
      tick: began,
      by: run.scenario.handover === undefined ? 'the page' : 'taking over',
    },
    endTick,
    orders,
    inherited: stood,
    seen,
    d0,
    decidedTick: changed.length > 0 ? Math.min(...changed) : closedTick,
    closedTick,
    slow: run.scenario.clock === 'days',
  };
}

function priced(order: GivenOrder): Order {
  const { cost, lag, group, reversible } = INTERVENTION_PRICES[order.spec.kind];
  const hold = group === 'hold' && reversible;
  return { ...order, effectTick: order.tick + cost + lag, hold };
}

/** Orders that were never taken back by the player. */
export function standing(book: Logbook): readonly Order[] {
  return book.orders.filter((o) => o.undoneTick === null);
}

/** The same with those of whoever had the shift before, which the player let stand: what is in effect, whoever ordered it. */
export function standingOfAll({ inherited, orders }: Logbook): readonly Order[] {
  return [...inherited, ...orders].filter((o) => o.undoneTick === null);
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
