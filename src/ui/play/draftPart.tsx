/** A colleague's draft of the postmortem, folded behind one line so that closing stays quick; opened, it is read. */
import './draft.css';
import type { JSX } from 'preact';
import type { ClosingView } from '../../session/viewDrawers.ts';

interface DraftPartProps {
  readonly draft: ClosingView['draft'];
  /** Numbers of struck sentences, rising from 1; null: not read yet. */
  readonly struck: readonly number[] | null;
  readonly onStruck: (struck: readonly number[]) => void;
}

export const DraftPart = ({ draft, struck, onStruck }: DraftPartProps): JSX.Element => {
  const gone = struck ?? [];
  const turn = (n: number): void =>
    onStruck(
      gone.includes(n) ? gone.filter((x) => x !== n) : [...gone, n].toSorted((a, b) => a - b),
    );
  const count = draft.sentences.length;
  return (
    <details
      class="draft"
      onToggle={(event) => {
        if (event.currentTarget.open && struck === null) onStruck([]);
      }}
    >
      <summary>
        {draft.by}’s draft of the postmortem:{' '}
        <b>
          {count} {count === 1 ? 'sentence' : 'sentences'},{' '}
          {struck === null ? 'not read' : `${gone.length} struck`}
        </b>
      </summary>
      <p class="mute">
        {draft.by} ({draft.role}) wrote down what was said, what stands on the board, and what they
        take to be so. Strike what nothing you have read supports.
      </p>
      <ol>
        {draft.sentences.map((text, i) => {
          const n = i + 1;
          const out = gone.includes(n);
          return (
            <li key={n}>
              <button
                type="button"
                class="draft-line"
                aria-label={`Strike: ${text}`}
                aria-pressed={out}
                onClick={() => turn(n)}
              >
                {out ? <s>{text}</s> : <span>{text}</span>}
                <span class="chip" aria-hidden="true">
                  {out ? 'struck' : 'strike'}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
};
