/**
 * Where on the way from request to slate value is lost, when neither a version nor a build has been found to blame: the
 * recall probes and the funnel, read by what the panels themselves mark.
 */
import type { BarsPanel } from '../../session/viewPanels.ts';
import type { View } from '../../session/view.ts';
import { EVERYONE } from '../../sim/segments.ts';
import type { Steps } from '../bot.ts';
import { commandsOf, offered } from '../menu.ts';
import { look, shownAs } from '../steps.ts';
import { NEAR, settingsNear } from './settings.ts';
import { nearest, type Suspect } from './suspects.ts';

const CANDIDATES = /^candidates per request/i;
const SHOWN = /^share of shown slots/i;
const FILTERED = /^taken out by the policy filter/i;

/** Labels of the bars a panel marks, of the groups so called. */
function marked(panel: BarsPanel, group: RegExp): string[] {
  return panel.groups
    .filter(({ label }) => group.test(label))
    .flatMap(({ bars }) => bars.filter(({ flag }) => flag).map(({ label }) => label));
}

/** The source the menu calls so; null where its index cannot be put back. */
function sourceCalled(view: View, label: string): Suspect | null {
  const item = offered(view, ['change']).find(({ id }) => id === 'change-index-alias');
  const choice = item?.choices.findIndex((c) => c.label.toLowerCase() === label.toLowerCase());
  const command = item === undefined ? undefined : commandsOf(item)[choice ?? -1];
  return command?.kind === 'act' && command.act.kind === 'index-alias'
    ? { what: 'source', source: command.act.source }
    : null;
}

/** Does the filter take clearly more out than it did? */
const takesMore = ({ groups }: BarsPanel): boolean =>
  groups
    .filter(({ label }) => FILTERED.test(label))
    .some(({ bars }) => bars.some(({ flag, now, before }) => flag && now > (before ?? now)));

/** Where what asks was changed, it is that half, and an older index would agree with it even less. */
function halfOf(view: View, source: Suspect | null, onset: number): Suspect | null {
  if (source?.what !== 'source') return source;
  const last = nearest(view, onset).find(({ text }) => TOWER.test(text) || INDEX.test(text));
  return last !== undefined && TOWER.test(last.text)
    ? { what: 'tower', source: source.source }
    : source;
}

const TOWER = /\btowers?\b|\bembedded anew\b/i;
const INDEX = /\bindex(es)?\b|\balias\b|\bshards?\b/i;

/**
 * Few sources that do not find what they should: their index, or what asks it. Else a filter that takes more out: the
 * filter. Sources whole, and another mix in the slate, with the mix or nothing else that is known set about the onset: the
 * weights of the mix. The changes must be open; null: no stage stands out.
 */
export function* findStage(
  first: View,
  onset: number,
): Steps<{ view: View; stage: Suspect | null }> {
  let view = yield* look(first, { view: 'probes' });
  const probes = shownAs(view, 'probes', 'bars');
  view = yield* look(view, { view: 'funnel', scope: EVERYONE });
  const funnel = shownAs(view, 'funnel', 'bars');
  if (probes === null || funnel === null) return { view, stage: null };
  const lost = marked(probes, /./);
  const asked = probes.groups.flatMap(({ bars }) => bars).length;
  if (lost.length > 0 && 2 * lost.length < asked)
    return { view, stage: halfOf(view, sourceCalled(view, lost[0]!), onset) };
  if (takesMore(funnel)) return { view, stage: { what: 'filter' } };
  const isMixed = marked(funnel, SHOWN).length > 1 && marked(funnel, CANDIDATES).length === 0;
  const changed = view.changes.items.some(
    ({ kind, tick }) => kind === 'config' && Math.abs(tick - onset) <= NEAR.minutes,
  );
  const [touched = 'utility-weights'] = settingsNear(view, onset, NEAR.minutes);
  return {
    view,
    stage: isMixed && changed && touched === 'utility-weights' ? { what: 'blend' } : null,
  };
}
