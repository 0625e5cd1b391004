/** Everything that changed lately, guilty and innocent, without an opinion. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useView } from '../play/useView.ts';
import { Locked } from './locked.tsx';

export const Changes = (): JSX.Element => {
  const { changes } = useView();
  const kind = useSignal('');
  if (!changes.opened)
    return (
      <Locked
        what={`${changes.count} changes in the last days.`}
        price={changes.price}
        look={{ view: 'changes' }}
      />
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
        {changes.items
          .filter((item) => kind.value === '' || item.kind === kind.value)
          .map((item) => (
            <li key={item.id}>
              <time class="mono mute">{item.atLabel}</time>
              <span class="tag">{item.kind}</span>
              <span>{item.text}</span>
              <span class="mute">{item.owner}</span>
            </li>
          ))}
      </ol>
    </>
  );
};
