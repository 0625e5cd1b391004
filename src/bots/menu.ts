/** What the menu offers, as commands. */
import type { Command } from '../session/commands.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import type { MenuGroup, MenuItem, View } from '../session/view.ts';

/** Items of some groups that can be chosen now. */
export function offered(view: View, groups: readonly MenuGroup['group'][]): MenuItem[] {
  return view.menu
    .filter((group) => groups.includes(group.group))
    .flatMap((group) => group.items.filter((item) => item.disabled === null));
}

/** The commands an item stands for. */
export function commandsOf(item: MenuItem): Command[] {
  return item.command === null ? item.choices.map((choice) => choice.command) : [item.command];
}

type OfKind<K extends InterventionSpec['kind']> = Extract<InterventionSpec, { kind: K }>;

/** Orders of a kind that the menu offers now, in its order. */
export function ordersOf<K extends InterventionSpec['kind']>(view: View, kind: K): OfKind<K>[] {
  return offered(view, ['hold', 'change'])
    .flatMap(commandsOf)
    .flatMap((command) =>
      command.kind === 'act' && command.act.kind === kind ? [command.act as OfKind<K>] : [],
    );
}

/** Ranker versions, oldest first: the menu has them in the order in which they came. */
export function versionsOf(view: View): string[] {
  return ordersOf(view, 'pin-model').map((order) => order.version);
}

/** The version that stood before another; null where there is none. */
export function versionBefore(view: View, version: string): string | null {
  const versions = versionsOf(view);
  return versions[versions.indexOf(version) - 1] ?? null;
}

/** The version a text names, the first of several: who comes stands before whom it is held against. Null: it names none. */
export function versionIn(view: View, text: string): string | null {
  const named = versionsOf(view)
    .map((version) => ({ version, at: text.search(new RegExp(`\\b${version}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return named[0]?.version ?? null;
}
