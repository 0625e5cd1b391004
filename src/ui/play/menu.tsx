/** Everything that can be done, always in the same order, with its price; what cannot be done now says why. */
import type { JSX } from 'preact';
import type { MenuGroup, MenuItem } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { POCKET, useMedia } from '../app/useMedia.ts';
import { price } from '../format.ts';
import { Applied } from './applied.tsx';
import { useDesk } from './desk.ts';
import { Expect } from './expect.tsx';
import { runItem } from './runItem.ts';
import { useView } from './useView.ts';

const Line = ({ item }: { readonly item: MenuItem }): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const narrow = useMedia(POCKET);
  return (
    <li>
      <button
        type="button"
        class="menu-item"
        aria-disabled={item.disabled !== null}
        title={item.hint}
        onClick={() => runItem(item, run, desk, narrow)}
      >
        <span class="menu-label">{item.label}</span>
        <span class="mono menu-price">
          <span class="unseen">costs </span>
          {price(item.cost, item.lag)}
          <span class="unseen">{item.cost === 1 && item.lag === 0 ? ' minute' : ' minutes'}</span>
        </span>
        {item.disabled !== null && <span class="menu-why">{item.disabled}</span>}
      </button>
    </li>
  );
};

export const Group = ({ group }: { readonly group: MenuGroup }): JSX.Element | null =>
  group.items.length === 0 ? null : (
    <section class="menu-group" aria-label={group.label}>
      <h3>{group.label}</h3>
      {group.group === 'look' && <Expect legend="I expect" />}
      <ul>
        {group.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );

/** Time passes here too: waiting and closing are moves like any other. */
export const TurnButtons = ({ closing }: { readonly closing: boolean }): JSX.Element => {
  const desk = useDesk();
  const view = useView();
  return (
    <div class="turn">
      {view.clock === 'days' ? (
        <button
          type="button"
          class="button"
          onClick={() => (desk.dialog.value = { open: 'next-day' })}
        >
          Next day…
        </button>
      ) : (
        <button type="button" class="button" onClick={() => (desk.dialog.value = { open: 'wait' })}>
          Wait…
        </button>
      )}
      <button
        type="button"
        class={closing ? 'button next' : 'button'}
        disabled={!view.closing.allowed}
        onClick={() => (desk.dialog.value = { open: 'close' })}
      >
        Close…
      </button>
    </div>
  );
};

/** The menu is long: by name every choice of every line is found, wherever it stands. */
const FindButton = (): JSX.Element => {
  const desk = useDesk();
  return (
    <button
      type="button"
      class="find-move"
      onClick={() => (desk.dialog.value = { open: 'palette' })}
    >
      <span class="text-button">Find a move</span>
      <kbd class="key" aria-hidden="true">
        /
      </kbd>
    </button>
  );
};

export interface MenuProps {
  readonly groups?: readonly MenuGroup['group'][];
  readonly closing: boolean;
  readonly turn: boolean;
}

export const Menu = ({ groups, closing, turn }: MenuProps): JSX.Element => {
  const view = useView();
  const shown =
    groups === undefined ? view.menu : view.menu.filter((entry) => groups.includes(entry.group));
  return (
    <section class="card menu" aria-labelledby="menu-title">
      <header class="card-head">
        <h2 id="menu-title" tabIndex={-1}>
          What you can do
        </h2>
        <span class="mute target-words">reaching {view.radius.targetLabel}</span>
        <FindButton />
      </header>
      <div class="menu-scroll" tabIndex={-1}>
        <Applied />
        {shown.map((group) => (
          <Group key={group.group} group={group} />
        ))}
      </div>
      {turn && (
        <footer class="menu-foot">
          <TurnButtons closing={closing} />
          <p class="mute">minutes + wait; time moves when you act</p>
        </footer>
      )}
    </section>
  );
};
