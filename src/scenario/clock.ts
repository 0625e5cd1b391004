/**
 * The clocks, durations and shares an author writes, and their conversion to ticks (simulated minutes since the
 * world began, a Monday 00:00 UTC).
 */
const DAY = 1440;
const WEEK = 7 * DAY;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const UNIT_MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: DAY, w: WEEK };

const DURATION = /^(?:\d+ ?[mhdw])(?: \d+ ?[mhdw])*$/;
const DURATION_PART = /(\d+) ?([mhdw])/g;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const SHARE = /^([+-]?\d+(?:\.\d+)?) ?%$/;

/** Minutes of `90m`, `5h`, `1d 12h`, `2w`; null where it is not a duration. */
export function parseDuration(text: string): number | null {
  if (!DURATION.test(text)) return null;
  let minutes = 0;
  for (const [, count, unit] of text.matchAll(DURATION_PART)) {
    minutes += Number(count) * (UNIT_MINUTES[unit ?? ''] ?? 0);
  }
  return minutes;
}

/** Per cent of `25 %` or `-6.5%`: 25, -6.5; null where it is not a share. */
export function parsePercent(text: string): number | null {
  const match = SHARE.exec(text);
  return match ? Number(match[1]) : null;
}

/** Minute of the day of `02:00`; null where it is not a time. */
export function parseTime(text: string): number | null {
  const match = TIME.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** Minute of the week of `Tue 14:05`. */
export function parseWeekTime(text: string): number | null {
  const [day = '', time = '', ...rest] = text.split(' ');
  const weekday = WEEKDAYS.findIndex((name) => name === day);
  const minute = parseTime(time);
  return weekday < 0 || minute === null || rest.length > 0 ? null : weekday * DAY + minute;
}

/** First tick with that minute of the week which leaves `history` minutes before it. */
export function pageTickOf(weekMinute: number, history: number): number {
  let tick = weekMinute;
  while (tick < history) tick += WEEK;
  return tick;
}

/**
 * A moment, relative to the page where it has to be. Forms: `start`, `page`, `page - 5h`, `page + 1d 2h`,
 * `today 05:00`, `yesterday 11:00`, `tomorrow 02:00`, `Mon 09:00` (the last one not after the page),
 * `next Wed 02:00` (the first one after it), `day 3 02:00` (day 1 is the world's first), `page - 9d at 14:00`
 * (that day, at that time).
 *
 * @returns a tick, or null where the text is not a clock. A moment before the world began is negative.
 */
export function parseClock(text: string, pageTick: number): number | null {
  if (text === 'start') return 0;
  if (text === 'page') return pageTick;
  const pageDay = Math.floor(pageTick / DAY) * DAY;

  const relative = /^page ([+-]) (.+?)(?: at (\S+))?$/.exec(text);
  if (relative) {
    const minutes = parseDuration(relative[2] ?? '');
    if (minutes === null) return null;
    const tick = relative[1] === '-' ? pageTick - minutes : pageTick + minutes;
    if (relative[3] === undefined) return tick;
    const time = parseTime(relative[3]);
    return time === null ? null : Math.floor(tick / DAY) * DAY + time;
  }

  const named = /^(today|yesterday|tomorrow) (\S+)$/.exec(text);
  if (named) {
    const time = parseTime(named[2] ?? '');
    const offset = named[1] === 'today' ? 0 : named[1] === 'yesterday' ? -DAY : DAY;
    return time === null ? null : pageDay + offset + time;
  }

  const numbered = /^day (\d{1,3}) (\S+)$/.exec(text);
  if (numbered) {
    const time = parseTime(numbered[2] ?? '');
    const day = Number(numbered[1]);
    return time === null || day < 1 ? null : (day - 1) * DAY + time;
  }

  const next = text.startsWith('next ');
  const weekMinute = parseWeekTime(next ? text.slice(5) : text);
  if (weekMinute === null) return null;
  const last = pageTick - ((((pageTick - weekMinute) % WEEK) + WEEK) % WEEK);
  return next ? last + WEEK : last;
}

/** `Tue 14:05`. */
export function weekLabel(tick: number): string {
  const minute = ((tick % DAY) + DAY) % DAY;
  const weekday = (((Math.floor(tick / DAY) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${WEEKDAYS[weekday]} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
