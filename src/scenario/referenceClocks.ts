/** Do the moments of a document stand in an order a world can have? */
import { pageTickOf, parseClock, parseDuration, parseWeekTime } from './clock.ts';
import { expand, valueAt } from './paths.ts';
import type { Complaint, Path } from './source.ts';

const DAY = 1440;
export const HISTORY_DAYS = { least: 3, most: 42 } as const;

/** Moments that tell what happened before the page. */
const PAST = ['changes.*.at', 'world.rollouts.*.stages.*.at'] as const;
/** Moments of the world: none lies before its first. A fault may begin while the case is played. */
const WITHIN = [
  ...PAST,
  'faults.*.onset',
  'hypotheses.*.world.*.onset',
  'world.experiments.*.from',
  'world.calendar.*.from',
] as const;
/** Lists of entries that begin and end, and the minutes of which a part does not count. */
const SPANS = [
  ['world.experiments.*', 1],
  ['world.calendar.*', DAY],
] as const;
/** Lists of points in the order of time. */
const CURVES = ['world.rollouts.*.stages', 'world.builds.*.adoption'] as const;

export function checkClocks(data: unknown): Complaint[] {
  const pageTick = pageTickIn(data);
  if (pageTick === null) return [];
  const complaints: Complaint[] = [];
  const days = (parseDuration(String(valueAt(data, ['world', 'history']))) ?? 0) / DAY;
  if (days < HISTORY_DAYS.least || days > HISTORY_DAYS.most) {
    complaints.push({
      code: 'SCN056',
      path: ['world', 'history'],
      found: days === 1 ? 'one day' : `${Math.round(days * 10) / 10} days`,
      expected: `${HISTORY_DAYS.least} to ${HISTORY_DAYS.most} days`,
    });
  }
  for (const pattern of PAST) {
    for (const path of expand(data, pattern)) {
      if ((tickAt(data, path, pageTick) ?? 0) > pageTick)
        complaints.push({ code: 'SCN047', path, found: 'after the page' });
    }
  }
  for (const pattern of WITHIN) {
    for (const path of expand(data, pattern)) {
      if ((tickAt(data, path, pageTick) ?? 0) < 0)
        complaints.push({ code: 'SCN048', path, found: 'before the world begins' });
    }
  }
  for (const [pattern, unit] of SPANS) {
    for (const path of expand(data, pattern)) {
      const from = tickAt(data, [...path, 'from'], pageTick);
      const until = tickAt(data, [...path, 'until'], pageTick);
      if (from === null || until === null) continue;
      if (Math.floor(until / unit) <= Math.floor(from / unit))
        complaints.push({ code: 'SCN046', path: [...path, 'until'], found: 'not after its begin' });
    }
  }
  for (const pattern of CURVES) {
    for (const path of expand(data, pattern)) complaints.push(...unordered(data, path, pageTick));
  }
  return complaints;
}

/** Tick of the page, where the document says enough to know it. */
export function pageTickIn(data: unknown): number | null {
  const page = valueAt(data, ['world', 'page']);
  const history = valueAt(data, ['world', 'history']);
  if (typeof page !== 'string' || typeof history !== 'string') return null;
  const weekMinute = parseWeekTime(page);
  const minutes = parseDuration(history);
  // A wild history would make the search for the page long: the range is complained about elsewhere.
  if (weekMinute === null || minutes === null) return null;
  return pageTickOf(weekMinute, Math.min(minutes, HISTORY_DAYS.most * DAY));
}

function tickAt(data: unknown, path: Path, pageTick: number): number | null {
  const text = valueAt(data, path);
  return typeof text === 'string' ? parseClock(text, pageTick) : null;
}

function unordered(data: unknown, path: Path, pageTick: number): Complaint[] {
  const points = valueAt(data, path);
  if (!Array.isArray(points)) return [];
  let last = -Infinity;
  return points.flatMap((_, index): Complaint[] => {
    const at = [...path, index, 'at'];
    const tick = tickAt(data, at, pageTick);
    if (tick === null) return [];
    if (tick <= last) return [{ code: 'SCN046', path: at, found: 'not after the point before it' }];
    last = tick;
    return [];
  });
}
