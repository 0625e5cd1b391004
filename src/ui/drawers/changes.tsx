/** Everything that changed lately, guilty and innocent, without an opinion. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { hold, hover } from '../cursor/cursor.ts';
import { nearestTo } from '../cursor/time.ts';
import { useDesk } from '../play/desk.ts';
import { useView } from '../play/useView.ts';
import { Locked } from './locked.tsx';

export const Changes = (): JSX.Element => {
  const { changes } = useView();
  const { marks } = useDesk();
  const kind = useSignal('');
  if (!changes.opened)
    return (
      <Locked
        what={`${changes.count} changes in the last days.`}
        price={changes.price}
        look={{ view: 'changes' }}
      />
    );
  const listed = changes.items.filter((item) => kind.value === '' || item.kind === kind.value);
  const cursor = marks.cursor.value;
  const near =
    cursor === null
      ? null
      : nearestTo(
          listed.map((item) => item.tick),
          cursor.tick,
        );
  const kinds = [...new Set(changes.items.map((item) => item.kind))];
  return (
    <>
      <div class="chips" role="group" aria-label="Kind of change">
        {['', ...kinds].map((entry) => (
          <button
            key={entry}
            type="button"
            class="chip"
            aria-pressed={kind.value === entry}
            onClick={() => (kind.value = entry)}
          >
            {entry === '' ? 'all' : entry}
          </button>
        ))}
      </div>
      <ol class="rows">
        {listed.map((item, index) => (
          <li
            key={item.id}
            class={index === near ? 'near' : ''}
            aria-current={index === near ? 'time' : undefined}
            onPointerEnter={() => hover(marks, item.tick)}
            onPointerLeave={() => hover(marks, null)}
          >
            <button
              type="button"
              class="mono moment"
              title="Mark this moment everywhere"
              onClick={() => hold(marks, item.tick)}
            >
              {item.atLabel}
            </button>
            <span class="tag">{item.kind}</span>
            <span>{item.text}</span>
            <span class="mute">{item.owner}</span>
          </li>
        ))}
      </ol>
    </>
  );
};
