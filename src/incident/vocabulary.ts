/**
 * What every condition asks and what every effect writes into the incident's own books. Records over the compiled
 * kinds: a kind that is missing here does not compile, where the library would ignore an unknown action in silence
 * and notice an unknown guard only when it is reached. What a kind means to an author, and which names it uses, is
 * `scenario/vocabulary.ts`, a record over the same kinds.
 */
import type { Condition, Effect, MetricCondition } from '../scenario/compiled.ts';
import type { Books, Deadline } from './books.ts';
import type { Facts } from './facts.ts';

/** All a condition can ask about. */
export interface Observation {
  readonly tick: number;
  /** When the current state was entered. */
  readonly enteredAt: number;
  readonly facts: Facts;
  /** Has the bound held for as long as the condition asks, without a break? */
  readonly holds: (condition: MetricCondition) => boolean;
}

type OfKind<K extends Condition['if']> = Extract<Condition, { readonly if: K }>;
type Asked = {
  readonly [K in Condition['if']]: (condition: OfKind<K>, seen: Observation) => boolean;
};

export const CONDITIONS: Asked = {
  elapsed: ({ minutes }, seen) => seen.tick - seen.enteredAt >= minutes,
  reached: ({ tick }, seen) => seen.tick >= tick,
  metric: (condition, seen) => seen.holds(condition),
  acted: ({ kinds }, seen) => kinds.some((kind) => seen.facts.acted.includes(kind)),
  'not-acted': ({ kinds }, seen) => !kinds.some((kind) => seen.facts.acted.includes(kind)),
  looked: ({ view }, seen) => seen.facts.looked.includes(view),
  declared: (_, seen) => seen.facts.declared,
  said: (_, seen) => seen.facts.said,
  closed: (_, seen) => seen.facts.closed,
  all: ({ of }, seen) => of.every((part) => asks(part, seen)),
  any: ({ of }, seen) => of.some((part) => asks(part, seen)),
};

export function asks(condition: Condition, seen: Observation): boolean {
  // The record's type says that key and argument agree; the compiler cannot follow that through the lookup.
  return (CONDITIONS[condition.if] as (condition: Condition, seen: Observation) => boolean)(
    condition,
    seen,
  );
}

/** The conditions that must all hold for one to hold. */
export const partsOf = (condition: Condition): readonly Condition[] =>
  condition.if === 'all' ? condition.of.flatMap(partsOf) : [condition];

/** Metric conditions inside a condition. */
export function metricsIn(condition: Condition): readonly MetricCondition[] {
  switch (condition.if) {
    case 'metric':
      return [condition];
    case 'all':
    case 'any':
      return condition.of.flatMap(metricsIn);
    default:
      return [];
  }
}

type OfDeed<K extends Effect['do']> = Extract<Effect, { readonly do: K }>;
type Written = {
  readonly [K in Effect['do']]: (effect: OfDeed<K>, books: Books, tick: number) => Books;
};

const unchanged = (_: Effect, books: Books): Books => books;

/** What an effect writes into the books; what it does outside (a message, a ramp) is for the session to carry out. */
export const EFFECTS: Written = {
  alert: unchanged,
  message: unchanged,
  'arm-promotion': unchanged,
  ramp: unchanged,
  worsen: unchanged,
  deadline: ({ id, label, inMinutes }, books, tick) => {
    const deadline: Deadline = { id, label, atTick: tick + inMinutes };
    return {
      ...books,
      deadlines: [...books.deadlines.filter((other) => other.id !== id), deadline],
    };
  },
  allow: ({ commands }, books) => ({
    ...books,
    forbidden: Object.fromEntries(
      Object.entries(books.forbidden).filter(([name]) => !commands.includes(name)),
    ),
  }),
  forbid: ({ commands, because }, books) => ({
    ...books,
    forbidden: {
      ...books.forbidden,
      ...Object.fromEntries(commands.map((name) => [name, because])),
    },
  }),
  close: ({ because }, books) => ({ ...books, closedBecause: books.closedBecause ?? because }),
};

export function write(effect: Effect, books: Books, tick: number): Books {
  return (EFFECTS[effect.do] as (effect: Effect, books: Books, tick: number) => Books)(
    effect,
    books,
    tick,
  );
}
