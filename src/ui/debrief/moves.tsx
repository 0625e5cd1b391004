/** Every move, those that were weighed with their mark; each can be played differently. */
import type { JSX } from 'preact';
import type { Debrief } from '../../scoring/debrief.ts';
import { Mark } from '../app/mark.tsx';
import type { MarkView } from '../../scoring/marksView.ts';
import { useApp } from '../app/context.ts';
import { MarkWord } from './markWord.tsx';

type Move = Debrief['moves'][number];

/** A wait is called by its length. */
const saysMinutes = (move: Move): boolean => move.label.includes(`${move.minutes} min`);

/** The minute of a move, with its weekday where they are not all of one. */
export const timesOf = (
  moves: readonly Pick<Move, 'atLabel'>[],
): ((move: Pick<Move, 'atLabel'>) => string) => {
  const days = new Set(moves.map(({ atLabel }) => atLabel.split(' ')[0]));
  return ({ atLabel }) => (days.size > 1 ? atLabel : (atLabel.split(' ').at(-1) ?? atLabel));
};

const Marked = ({ mark }: { readonly mark: MarkView['mark'] | undefined }): JSX.Element | null =>
  mark === undefined ? null : (
    <>
      <MarkWord mark={mark} />{' '}
    </>
  );

/** What was done before the shift changed hands: told, not judged, and not to be retried. */
const Inherited = ({
  debrief: { inherited },
}: {
  readonly debrief: Debrief;
}): JSX.Element | null => {
  if (inherited === null) return null;
  const label = timesOf(inherited.moves);
  return (
    <details class="more inherited">
      <summary>
        Before you: {inherited.from}, until {inherited.atLabel}
      </summary>
      <ol class="moves">
        {inherited.moves.map((move, index) => (
          <li key={index} class="move">
            <time class="mono">{label(move)}</time>
            <span class="move-what">
              <span>{move.label}</span>
              {move.note !== '' && <span class="move-note">{move.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
};

export const Moves = ({ debrief }: { readonly debrief: Debrief }): JSX.Element => {
  const app = useApp();
  const { decided, looked } = app.run;
  const known = decided.found.value ?? looked.found.value;
  const marks = new Map(known?.marks.map((m) => [m.move, m.mark]));
  const label = timesOf(debrief.moves);
  return (
    <section class="card moves-card" aria-labelledby="moves-title">
      <header class="card-head">
        <h2 id="moves-title">Moves</h2>
        <span>each can be retried</span>
      </header>
      <Inherited debrief={debrief} />
      <ol class="moves">
        {debrief.moves.map((move) => (
          <li key={move.index} class={debrief.swing?.move === move.index ? 'move turned' : 'move'}>
            <time class="mono">{label(move)}</time>
            <span class="move-what">
              <span>
                <Marked mark={marks.get(move.index)} />
                {move.label}
                {move.minutes > 0 && !saysMinutes(move) && (
                  <span class="mute move-minutes"> {move.minutes} min</span>
                )}
              </span>
              {move.note !== '' && <span class="move-note">{move.note}</span>}
            </span>
            {move.retry && (
              <button
                type="button"
                class="retry"
                aria-label={`Retry from ${move.label}, ${move.atLabel}`}
                title="Play on from just before this move"
                onClick={() => void app.retry(move.index)}
              >
                <Mark shape="again" />
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
