/** Numbers of the menu as commands: `4` runs an entry, `4.2` its second choice. */
import type { Command } from './commands.ts';
import type { MenuGroup, MenuItem } from './view.ts';

export const MENU_NUMBER = /^(\d{1,3})(?:\.(\d{1,3}))?$/;

export type MenuPick =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly message: string; readonly item: MenuItem | null };

export function pickFromMenu(menu: readonly MenuGroup[], text: string): MenuPick {
  const [, number, choice] = MENU_NUMBER.exec(text) ?? [];
  const items = menu.flatMap((group) => group.items);
  const item = items[Number(number) - 1];
  const no = (message: string): MenuPick => ({ ok: false, message, item: item ?? null });
  if (item === undefined) return no(`The menu has entries 1 to ${items.length}.`);
  if (item.disabled !== null) return no(item.disabled);
  if (choice === undefined) {
    if (item.command !== null) return { ok: true, command: item.command };
    return no(`${item.label}: choose one, as ${number}.1 to ${number}.${item.choices.length}.`);
  }
  const chosen = item.choices[Number(choice) - 1];
  if (chosen !== undefined) return { ok: true, command: chosen.command };
  return no(
    item.choices.length === 0
      ? `${item.label} has no choices: ${number} alone runs it.`
      : `${item.label} has choices ${number}.1 to ${number}.${item.choices.length}.`,
  );
}
