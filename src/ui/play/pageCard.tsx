/** The page as it came: what the alert reads, and what it cannot say. */
import type { JSX } from 'preact';
import { useView } from './useView.ts';

export const PageCard = ({ open = false }: { readonly open?: boolean }): JSX.Element => {
  const { page, phase, handover } = useView();
  return (
    <section
      class={phase === 'page' ? 'card page-card fresh' : 'card page-card'}
      aria-labelledby="page-card-title"
    >
      <header class="card-head">
        <span>Page</span>
        <span class="mono">{page.atLabel}</span>
      </header>
      <h2 id="page-card-title">{page.headline}</h2>
      <details class="more" open={open}>
        <summary>What it reads, what it cannot say</summary>
        <p>{page.reads}</p>
        <p class="cannot">Cannot say: {page.cannotSay}</p>
        {page.idleRings !== null && <p class="cannot">Rings for nothing: {page.idleRings}</p>}
      </details>
      {handover !== null && (
        <details class="more" open={phase === 'page' || open}>
          <summary>
            Taken over from {handover.from}, {handover.atLabel}
          </summary>
          <p>{handover.note}</p>
          <ol>
            {handover.moves.map((move, index) => (
              <li key={index}>
                <span class="mono mute">{move.atLabel}</span> {move.label}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
};
