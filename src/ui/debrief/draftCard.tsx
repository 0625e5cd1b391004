/** The colleague's draft as it was left: what of it your log held, and what it did not. */
import './draftCard.css';
import type { JSX } from 'preact';
import type { Debrief } from '../../scoring/debrief.ts';
import type { DraftVerdict } from '../../scoring/draftView.ts';
import { Mark } from '../app/mark.tsx';

const Sentence = ({ of }: { readonly of: DraftVerdict }): JSX.Element => {
  const well = of.struck !== of.supported;
  return (
    <li>
      <Mark shape={well ? 'tick' : 'cross'} />
      <div>
        {of.struck ? <s>{of.text}</s> : <span>{of.text}</span>}
        <p class={well ? 'mute' : 'draft-wrong'}>{of.left}</p>
        <details class="more" open={!well}>
          <summary>{of.supported ? 'What it rests on' : 'Why'}</summary>
          {of.because !== '' && <p class="soft">{of.because}</p>}
          {of.lines.length > 0 && (
            <ul class="log-lines mono">
              {of.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </details>
      </div>
    </li>
  );
};

export const DraftCard = ({ draft }: { readonly draft: Debrief['draft'] }): JSX.Element => (
  <section class="card" aria-labelledby="draft-title">
    <header class="card-head">
      <h2 id="draft-title">The draft</h2>
      {draft !== undefined && <span>by {draft.by}</span>}
    </header>
    {draft === undefined ? (
      <p class="soft">
        A colleague had drafted the postmortem. It was not read before the closing, so nothing is
        judged by it.
      </p>
    ) : (
      <ol class="draft-left">
        {draft.sentences.map((sentence) => (
          <Sentence key={sentence.text} of={sentence} />
        ))}
      </ol>
    )}
  </section>
);
