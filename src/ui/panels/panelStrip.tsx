/** Three panels under the lens, newest first, with a pager and the way to all of them. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Mark } from '../app/mark.tsx';
import { useDesk } from '../play/desk.ts';
import { useView } from '../play/useView.ts';
import { PanelCard } from './panelCard.tsx';

const SHOWN = 3;

export const PanelStrip = (): JSX.Element => {
  const { panels } = useView();
  const desk = useDesk();
  const from = useSignal(0);
  const last = Math.max(0, Math.ceil(panels.length / SHOWN) - 1);
  const page = Math.min(from.value, last);
  return (
    <section class="panel-strip" aria-label="Open panels">
      <div class="panel-three">
        {panels.slice(page * SHOWN, page * SHOWN + SHOWN).map((panel) => (
          <PanelCard
            key={panel.id}
            panel={panel}
            full={false}
            onOpen={() => (desk.dialog.value = { open: 'panels', focus: panel.id })}
          />
        ))}
        {panels.length < SHOWN && (
          <p class={`card mute empty after-${panels.length}`}>
            What you look at opens here and stays live: choose a look on the right.
          </p>
        )}
      </div>
      {panels.length > SHOWN && (
        <div class="panel-pages">
          <button
            type="button"
            class="key"
            aria-label="Newer panels"
            disabled={page === 0}
            onClick={() => (from.value = page - 1)}
          >
            <Mark shape="above" />
          </button>
          <button
            type="button"
            class="key"
            aria-label="Older panels"
            disabled={page === last}
            onClick={() => (from.value = page + 1)}
          >
            <Mark shape="below" />
          </button>
          <button
            type="button"
            class="key"
            aria-label={`All ${panels.length} panels`}
            title="All panels (P)"
            onClick={() => (desk.dialog.value = { open: 'panels', focus: null })}
          >
            {panels.length}
          </button>
        </div>
      )}
    </section>
  );
};
