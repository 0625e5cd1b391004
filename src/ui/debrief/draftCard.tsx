/** The colleague's draft as it was left: what of it your log held, and what it did not. */
import './draftCard.css';
import type { JSX } from 'preact';
import type { Debrief } from '../../scoring/debrief.ts';
import type { DraftVerdict } from '../../scoring/draftView.ts';
import { Mark } from '../app/mark.tsx';

const Lines = ({ lines }: { readonly lines: readonly string[] }): JSX.Element => (
  <ul class="log-lines mono">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** What was left well needs no more than a word; its reasons are folded. */
const Sentence = ({ of }: { readonly of: DraftVerdict }): JSX.Element => {
  const well = of.struck !== of.supported;
  const reasons =
    of.lines.length > 0 ? <Lines lines={of.lines} /> : <p class="soft">{of.because}</p>;
  return (
    <li class={well ? 'well' : 'wrong'}>
      <Mark shape={well ? 'tick' : 'cross'} />
      <div>
        {of.struck ? <s>{of.text}</s> : <span>{of.text}</span>}
        {well ? (
          <details class="more">
            <summary>{of.left}</summary>
            {reasons}
          </details>
        ) : (
          <>
            <p class="draft-wrong">{of.left}</p>
            {reasons}
          </>
        )}
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
