/** What was written down for such a night; some of it long ago. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { useView } from '../play/useView.ts';

export const Runbooks = (): JSX.Element => {
  const { run } = useApp();
  const { runbooks } = useView();
  return (
    <ul class="runbooks">
      {runbooks.map((book) => (
        <li key={book.id} class="runbook">
          <div class="row spread wrap">
            <h3>{book.title}</h3>
            <span class="mute">updated {book.updated}</span>
          </div>
          {book.opened ? (
            <ol class="steps">
              {book.paragraphs.map((paragraph) => (
                <li key={paragraph}>{paragraph}</li>
              ))}
            </ol>
          ) : (
            <button
              type="button"
              class="button small"
              onClick={() =>
                void run.send({ kind: 'look', look: { view: 'runbook', id: book.id } })
              }
            >
              Read it
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};
