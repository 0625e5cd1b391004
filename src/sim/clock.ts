/** Simulated time: whole minutes since the world began, a Monday 00:00 UTC. */

export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 1440;

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export function dayOf(tick: number): number {
  return Math.floor(tick / MINUTES_PER_DAY);
}

export function minuteOfDay(tick: number): number {
  return tick - dayOf(tick) * MINUTES_PER_DAY;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

/** `Tue 14:23`. */
export function tickLabel(tick: number): string {
  const minute = minuteOfDay(tick);
  const weekday = WEEKDAYS[((dayOf(tick) % 7) + 7) % 7] ?? 'Mon';
  return `${weekday} ${timeLabel(minute)}`;
}

/** `14:23`, from a minute of the day. */
export function timeLabel(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `18 min`, `3 h`, `2 h 10 min`, `4 d`. */
export function durationLabel(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < MINUTES_PER_DAY) {
    const rest = minutes % 60;
    return rest === 0
      ? `${Math.floor(minutes / 60)} h`
      : `${Math.floor(minutes / 60)} h ${rest} min`;
  }
  const days = Math.round((minutes / MINUTES_PER_DAY) * 10) / 10;
  return `${days} d`;
}
