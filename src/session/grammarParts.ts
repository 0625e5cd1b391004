/** The parts an order is written with: each reads one field of it and prints it back. */
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { EVERYONE, type Scope } from '../sim/segments.ts';
import { momentText, readMoment } from './grammarClock.ts';
import type { GrammarContext, GrammarNames } from './grammarContext.ts';
import { readTarget } from './grammarLook.ts';
import { nameText, type Reader } from './grammarReader.ts';
import { readScope, scopeText } from './grammarScope.ts';

export interface Part<T> {
  /** Undefined: the line leaves it out, as it may. */
  readonly read: (reader: Reader, context: GrammarContext) => T | undefined;
  readonly print: (value: T) => string;
}

type ListOfNames = {
  [N in keyof GrammarNames]-?: NonNullable<GrammarNames[N]> extends readonly string[] ? N : never;
}[keyof GrammarNames];

const before = (word: string | null, text: string): string =>
  word === null ? text : `${word} ${text}`;

export const name = (
  what: string,
  list: ListOfNames,
  keyword: string | null = null,
): Part<string> => ({
  read: (reader, { names }) => {
    if (keyword !== null) reader.need(keyword);
    return reader.name(what, names?.[list]);
  },
  print: (value) => before(keyword, nameText(value)),
});

export const listed = <T extends string>(what: string, list: readonly T[]): Part<T> => ({
  read: (reader) => reader.oneOf(what, list),
  print: (value) => value,
});

/** A word of a closed list that may be left out at the end of a line. */
export const maybe = <T extends string>(part: Part<T>): Part<T> => ({
  ...part,
  read: (reader, context) => (reader.done() ? undefined : part.read(reader, context)),
});

export const either = (yes: string, no: string): Part<boolean> => ({
  read: (reader) => reader.need(yes, no) === yes,
  print: (value) => (value ? yes : no),
});

export const amount = (what: string, keyword: string | null = null): Part<number> => ({
  read: (reader) => {
    if (keyword !== null) reader.need(keyword);
    return reader.number(what);
  },
  print: (value) => before(keyword, String(value)),
});

/** `0.08` or `8%`. */
export const shareOf: Part<number> = {
  read: (reader) => {
    const percent = reader.peek()?.text.endsWith('%') === true || reader.peek(1)?.text === '%';
    const value = reader.number('a share, as 0.08 or 8%');
    return percent ? value / 100 : value;
  },
  print: String,
};

/** `on …`, else everyone. */
export const reach: Part<Scope> = {
  read: (reader, context) => (reader.take('on') === null ? EVERYONE : readScope(reader, context)),
  print: (scope) => `on ${scopeText(scope)}`,
};

/** `on …`, else whom the declared radius names. */
export const aimed: Part<Scope> = { read: readTarget, print: reach.print };

/** `since …`, else the onset declared, else a day ago. */
export const onsetOf: Part<number> = {
  read: (reader, context) => {
    if (reader.take('since') !== null) return readMoment(reader, context);
    if (context.claim?.sinceTick !== undefined && context.claim.sinceTick !== null)
      return context.claim.sinceTick;
    return context.tick === undefined ? reader.fail() : context.tick - MINUTES_PER_DAY;
  },
  print: (tick) => `since ${momentText(tick)}`,
};
