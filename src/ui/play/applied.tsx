/** What has been done to the platform, with the way back. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/context.ts';
import { Mark } from '../app/mark.tsx';
import { useView } from './useView.ts';

export const Applied = (): JSX.Element | null => {
  const { run } = useApp();
  const { applied, now } = useView();
  const list = useRef<HTMLElement>(null);
  const known = useRef(applied.length);
  // The menu is long, and an order given at its end is written down at its beginning.
  useEffect(() => {
    if (applied.length > known.current) list.current?.scrollIntoView({ block: 'nearest' });
    known.current = applied.length;
  }, [applied.length]);
  if (applied.length === 0) return null;
  return (
    <section class="menu-group applied" aria-label="Ordered so far" ref={list}>
      <h3>Ordered</h3>
      <ul>
        {applied.map((entry) => (
          <li key={entry.id} class={entry.state.replace(' ', '-')}>
            <span>
              <b>
                {entry.state === 'failed' && <Mark shape="up" />} {entry.label}
              </b>
              <span class="mute">
                {entry.state === 'under way'
                  ? entry.atLabel === now.label
                    ? 'In effect from this minute on.'
                    : `Under way, in effect at ${entry.atLabel}.`
                  : entry.state === 'undone'
                    ? 'Taken back.'
                    : `${entry.atLabel}, ${entry.state}.`}{' '}
                {entry.note}
              </span>
            </span>
            {entry.canUndo && (
              <button
                type="button"
                class="button small"
                aria-label={`Undo ${entry.label}`}
                onClick={() => void run.send({ kind: 'undo', intervention: entry.id })}
              >
                Undo
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
