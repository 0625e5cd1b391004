/** Every move by name: type some letters, choose with the arrows. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { useDesk } from '../play/desk.ts';
import { useView } from '../play/useView.ts';
import { entriesOf, type Entry } from './entries.ts';
import { ranked } from './fuzzy.ts';

const SHOWN = 60;
const ONCE_MORE = 'This changes production. Once more to order it.';

export const Palette = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const query = useSignal('');
  const at = useSignal(0);
  /** An order that was asked for once. */
  const meant = useSignal<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = ranked(
    query.value,
    entriesOf(view, run, desk),
    (entry) => `${entry.label} ${entry.group}`,
  ).slice(0, SHOWN);
  const chosen = Math.min(at.value, Math.max(0, found.length - 1));
  useEffect(() => field.current?.focus(), []);
  useEffect(() => list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' }), [chosen]);
  const go = (entry: Entry | undefined): void => {
    if (entry === undefined || entry.disabled !== null) return;
    if (entry.order && meant.value !== entry.key) {
      meant.value = entry.key;
      return;
    }
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') meant.value = null;
    if (event.key === 'ArrowDown') at.value = Math.min(found.length - 1, chosen + 1);
    else if (event.key === 'ArrowUp') at.value = Math.max(0, chosen - 1);
    else if (event.key === 'Enter' && !event.repeat) go(found[chosen]);
    else if (event.key === 'Enter') event.stopPropagation();
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title="Find a move" onClose={onClose}>
      <input
        ref={field}
        class="input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] === undefined ? undefined : `palette-${chosen}`}
        aria-label="Move"
        placeholder="roll back, funnel, wait 30…"
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <p class="unseen" role="status">
        {meant.value === null ? '' : ONCE_MORE}
      </p>
      <ul id="palette-list" class="palette-list" role="listbox" aria-label="Moves" ref={list}>
        {found.map((entry, index) => (
          <li
            key={entry.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-disabled={entry.disabled !== null}
            class="palette-item"
            onClick={(event) => {
              // The second press of a double click is no second thought.
              if (event.detail < 2) go(entry);
            }}
            onKeyDown={onKeyDown}
          >
            <span class="mute">{entry.group}</span>
            <span>
              {entry.label}
              {entry.disabled !== null && <span class="menu-why">{entry.disabled}</span>}
              {meant.value === entry.key && <span class="menu-why">{ONCE_MORE}</span>}
            </span>
            <span class="mono mute">{entry.price}</span>
          </li>
        ))}
        {found.length === 0 && <li class="mute">Nothing by that name.</li>}
      </ul>
    </Sheet>
  );
};
