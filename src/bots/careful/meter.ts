/** Is anybody hurt, or only the meter? The servers count saves without the app's log, and so without its mistakes. */
import type { SeriesPanel, View } from '../../session/view.ts';
import type { Steps } from '../bot.ts';
import { look, panelOf } from '../steps.ts';
import type { Radius } from './radius.ts';

/** Standard errors by which a count is held to have moved. */
const MOVED = 3;
/** Where the servers see less than this part of what the page sees, it is not the people. */
const PART = 1 / 3;

const lineOf = (view: View, kind: 'sources' | 'metric', key: string | null): Line | null => {
  const panel = panelOf(view, kind);
  if (panel?.kind !== 'series') return null;
  return panel.lines.find((line) => key === null || line.key === key) ?? null;
};
type Line = SeriesPanel['lines'][number];

/** Only the meter: the servers saw no loss, and people are counted seeing another number of ideas. */
export function* isMeterOnly(
  first: View,
  radius: Radius,
): Steps<{ view: View; meterOnly: boolean }> {
  const { scope } = radius;
  let view = yield* look(first, { view: 'sources', scope });
  const server = lineOf(view, 'sources', 'server');
  view = yield* look(view, { view: 'metric', metric: 'impressions_per_session', by: null, scope });
  const seen = lineOf(view, 'metric', null);
  const lost = Math.abs(Math.min(0, server?.deviation ?? 0));
  const volume = Math.abs(seen?.deviation ?? 0);
  return {
    view,
    meterOnly:
      server !== null &&
      lost < PART * Math.abs(radius.deviation) &&
      volume > MOVED * (seen?.error ?? Infinity),
  };
}
