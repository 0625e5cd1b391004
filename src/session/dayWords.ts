/** When a point of a series is: by the minute, or where there is one a day, by its day. */
import { dayOf, MINUTES_PER_DAY, tickLabel, WEEKDAYS } from '../sim/clock.ts';

/** `Mon, day 21`: weekdays come again, and the world has no calendar. Days count from the beginning of its record. */
export function dayLabel(tick: number): string {
  return `${WEEKDAYS[((dayOf(tick) % 7) + 7) % 7] ?? 'Mon'}, ${dayNumber(tick)}`;
}

/** `day 21`: what tells today from the same weekday of other weeks. */
export function dayNumber(tick: number): string {
  return `day ${dayOf(tick)}`;
}

/** Does a series have a point a day? */
export function isDaily(ticks: readonly number[]): boolean {
  return ticks.length > 0 && ticks.every((tick) => tick % MINUTES_PER_DAY === 0);
}

/** What each point of a series is called. */
export function pointLabels(ticks: readonly number[]): string[] {
  return ticks.map(isDaily(ticks) ? dayLabel : tickLabel);
}

/** Where a stretch of a series begins and ends. */
export function stretchLabels(
  ticks: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): [from: string, to: string] {
  const label = isDaily(ticks) ? dayLabel : tickLabel;
  return [label(from), label(to)];
}

/** Farther than this from now a weekday alone may be another one. */
const NEAR = 6 * MINUTES_PER_DAY;

/** A minute, with its day where the weekday alone would not tell. */
export function momentLabel(tick: number, now: number): string {
  const label = tickLabel(tick);
  return Math.abs(now - tick) <= NEAR ? label : `${label}, ${dayNumber(tick)}`;
}
