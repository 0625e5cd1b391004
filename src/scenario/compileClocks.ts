/** Texts that the schema has already read once, as numbers. */
import { pageTickOf, parseClock, parseDuration, parsePercent, parseWeekTime } from './clock.ts';

export interface Clocks {
  readonly pageTick: number;
  readonly tick: (clock: string) => number;
  /** Minutes after the page; negative before it. */
  readonly sincePage: (clock: string) => number;
}

/** The schema read this text already, so a failure here is a defect of the compiler, not of the file. */
function must(value: number | null, text: string): number {
  if (value === null) throw new Error(`Unchecked text reached the compiler: ${text}`);
  return value;
}

export const minutesOf = (text: string): number => must(parseDuration(text), text);
export const percentOf = (text: string): number => must(parsePercent(text), text);

/** @param document of which only the page and the history before it are read. */
export function clocksOf({
  world,
}: {
  readonly world: { readonly page: string; readonly history: string };
}): Clocks {
  const pageTick = pageTickOf(
    must(parseWeekTime(world.page), world.page),
    minutesOf(world.history),
  );
  const tick = (text: string): number => must(parseClock(text, pageTick), text);
  return { pageTick, tick, sincePage: (text) => tick(text) - pageTick };
}
