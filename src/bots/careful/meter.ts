/** Is anybody hurt, or only the meter? The servers count saves without the app's log, and so without its mistakes. */
import type { SeriesPanel, View } from '../../session/view.ts';
import type { Steps } from '../bot.ts';
import { look, shownAs } from '../steps.ts';
import type { Radius } from './radius.ts';

/** Standard errors by which a count is held to have moved. */
const MOVED = 3;
/** Where the servers see less than this part of what the page sees, it is not the people. */
const PART = 1 / 3;

const lineOf = (view: View, kind: 'sources' | 'metric', key: string | null): Line | null => {
  const plot = shownAs(view, kind, 'series');
  return plot?.lines.find((line) => key === null || line.key === key) ?? null;
};
type Line = SeriesPanel['lines'][number];

/** Only saves are counted a second time. */
const OF_SAVES: ReadonlySet<string> = new Set(['saves', 'save_rate', 'saves_per_session']);

export const isOfSaves = ({ metric }: Radius): boolean => OF_SAVES.has(metric);

/**
 * `people`: what the page sees, the servers see too. Otherwise it is the meter, since they saw no loss: `volume` where people
 * are counted seeing another number of ideas, `lost` where the apps' log holds fewer saves than the servers wrote.
 */
export type Meter = 'people' | 'volume' | 'lost';

export function* readMeter(first: View, radius: Radius): Steps<{ view: View; meter: Meter }> {
  const { scope } = radius;
  let view = yield* look(first, { view: 'sources', scope });
  const server = lineOf(view, 'sources', 'server');
  const client = lineOf(view, 'sources', 'client');
  view = yield* look(view, { view: 'metric', metric: 'impressions_per_session', by: null, scope });
  const seen = lineOf(view, 'metric', null);
  const isWhole =
    server !== null &&
    Math.abs(Math.min(0, server.deviation ?? 0)) < PART * Math.abs(radius.deviation);
  if (!isWhole) return { view, meter: 'people' };
  const missing = (server.deviation ?? 0) - (client?.deviation ?? 0);
  if (missing > MOVED * (server.error ?? Infinity)) return { view, meter: 'lost' };
  const volume = Math.abs(seen?.deviation ?? 0);
  return { view, meter: volume > MOVED * (seen?.error ?? Infinity) ? 'volume' : 'people' };
}
