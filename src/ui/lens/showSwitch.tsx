/** What the lens card shows: the people, or the pipeline that serves them. */
import type { JSX } from 'preact';
import { LENS_SHOWS, useDesk, type LensShows } from '../play/desk.ts';

const LABELS: Readonly<Record<LensShows, string>> = { people: 'People', pipeline: 'Pipeline' };

export const ShowSwitch = (): JSX.Element => {
  const desk = useDesk();
  return (
    <fieldset class="show-switch">
      <legend class="unseen">The lens shows</legend>
      {LENS_SHOWS.map((shows) => (
        <label key={shows}>
          <input
            type="radio"
            name="lens-shows"
            class="unseen"
            checked={desk.lensShows.value === shows}
            onChange={() => {
              desk.lensShows.value = shows;
              // The header is drawn anew with the other picture: the focus stays with the choice.
              requestAnimationFrame(() =>
                document.querySelector<HTMLElement>('.show-switch :checked')?.focus(),
              );
            }}
          />
          <span>{LABELS[shows]}</span>
        </label>
      ))}
      <kbd class="key" aria-hidden="true">
        G
      </kbd>
    </fieldset>
  );
};
