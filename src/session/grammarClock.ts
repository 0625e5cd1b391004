/** Moments and lengths of time in text. */
import { dayOf, MINUTES_PER_DAY, minuteOfDay, timeLabel, WEEKDAYS } from '../sim/clock.ts';
import type { GrammarContext } from './grammarContext.ts';
import type { Reader } from './grammarReader.ts';

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const WEEK = 7 * MINUTES_PER_DAY;
const UNITS: Readonly<Record<string, number>> = { m: 1, min: 1, h: 60, d: MINUTES_PER_DAY };

/**
 * `page`, `now`, `day 15 09:05` (day 1 is the world's first), `tick 20465`; with a context also `09:05` and
 * `Mon 09:05`, both the last one not after now.
 */
export function readMoment(reader: Reader, context: GrammarContext): number {
  if (context.pageTick !== undefined && reader.take('page') !== null) return context.pageTick;
  if (context.tick !== undefined && reader.take('now') !== null) return context.tick;
  if (reader.take('tick') !== null) return reader.number('a number of minutes');
  if (reader.take('day') !== null) {
    const day = reader.number('the number of a day');
    return (day - 1) * MINUTES_PER_DAY + timeOfDay(reader);
  }
  if (context.tick === undefined) return reader.fail('a moment');
  const today = dayOf(context.tick) * MINUTES_PER_DAY;
  const days = WEEKDAYS.map((name) => name.toLowerCase());
  const weekday = reader.take(...days);
  if (weekday === null) {
    const at = today + timeOfDay(reader);
    return at > context.tick ? at - MINUTES_PER_DAY : at;
  }
  const monday = today - (dayOf(today) % 7) * MINUTES_PER_DAY;
  const at = monday + days.indexOf(weekday) * MINUTES_PER_DAY + timeOfDay(reader);
  return at > context.tick ? at - WEEK : at;
}

function timeOfDay(reader: Reader): number {
  const token = reader.peek();
  const match = token?.kind === 'word' ? TIME.exec(token.text) : null;
  if (match === null) {
    reader.possible('a time such as 09:05');
    return reader.fail();
  }
  reader.next();
  return Number(match[1]) * 60 + Number(match[2]);
}

export function momentText(tick: number): string {
  if (!Number.isInteger(tick) || tick < 0) return `tick ${tick}`;
  return `day ${dayOf(tick) + 1} ${timeLabel(minuteOfDay(tick))}`;
}

/** Minutes: `30`, `45m`, `2h`, `3 d`. */
export function readMinutes(reader: Reader): number {
  const token = reader.peek();
  const glued =
    token?.kind === 'word' ? /^(\d+(?:\.\d+)?)(m|min|h|d)$/.exec(token.text.toLowerCase()) : null;
  if (glued !== null) {
    reader.next();
    return Number(glued[1]) * UNITS[glued[2]!]!;
  }
  const count = reader.number('a number of minutes, as 30 or 2h');
  return count * UNITS[reader.take('m', 'min', 'h', 'd') ?? 'm']!;
}
