/** At most three principles; the rest is an index. Each says why, and shows the lines of the log behind it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { QUESTIONS } from '../../scoring/questionWords.ts';
import type { PrincipleResult } from '../../scoring/debrief.ts';
import { Sheet } from '../app/sheet.tsx';

const SHOWN = 3;
const WORDS: Readonly<Record<PrincipleResult['verdict'], string>> = {
  kept: 'kept',
  broken: 'broken',
  'not exercised': 'not called for',
};

/** A round mark, a triangle, a ring: the verdict never rests on colour. */
const Mark = ({ verdict }: { readonly verdict: PrincipleResult['verdict'] }): JSX.Element => (
  <svg
    class={`verdict-mark ${verdict.replace(' ', '-')}`}
    width="16"
    height="16"
    viewBox="0 0 16 16"
    role="img"
    aria-label={WORDS[verdict]}
  >
    {verdict === 'kept' && <circle cx="8" cy="8" r="6" />}
    {verdict === 'broken' && <path d="M8 2l7 12H1z" />}
    {verdict === 'not exercised' && <circle class="hollow" cx="8" cy="8" r="5" />}
  </svg>
);

/** Which of the interview's questions a run of this answers, by what they are about. */
const questionWords = (questions: readonly number[]): string =>
  `Interviews ask about it under: ${questions.map((n) => QUESTIONS[n]?.toLowerCase()).join('; ')}.`;

const Principle = ({
  principle,
  open,
}: {
  readonly principle: PrincipleResult;
  readonly open: boolean;
}): JSX.Element => (
  <li class="principle">
    <Mark verdict={principle.verdict} />
    <div>
      <h3>{principle.title}</h3>
      <p class="soft">{principle.because}</p>
      {principle.fair !== '' && open && (
        <p class="soft">Fair enough at the time: {principle.fair}</p>
      )}
      {open && principle.questions.length > 0 && (
        <p class="mute">{questionWords(principle.questions)}</p>
      )}
      {principle.lines.length > 0 && (
        <details class="more" open={open}>
          <summary>The log</summary>
          <ul class="log-lines mono">
            {principle.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  </li>
);

const rank = (principle: PrincipleResult): number =>
  ({ broken: 0, kept: 1, 'not exercised': 2 })[principle.verdict];

export const Principles = ({
  principles,
}: {
  readonly principles: readonly PrincipleResult[];
}): JSX.Element => {
  const index = useSignal(false);
  // The order is the scoring's, but what did not go well is what one came for; what did has a place beside it.
  const [failed, kept] = (['broken', 'kept'] as const).map((verdict) =>
    principles.filter((principle) => principle.verdict === verdict),
  ) as [PrincipleResult[], PrincipleResult[]];
  const broken = failed.slice(0, kept.length === 0 ? SHOWN : SHOWN - 1);
  const telling = [...broken, ...kept.slice(0, SHOWN - broken.length)];
  const rest = principles.length - telling.length;
  return (
    <section class="card" aria-labelledby="principles-title">
      <header class="card-head">
        <h2 id="principles-title">{telling.length === 1 ? 'One principle' : 'Principles'}</h2>
        {rest > 0 && (
          <button type="button" class="text-button" onClick={() => (index.value = true)}>
            {rest} more
          </button>
        )}
      </header>
      <ul class="principles">
        {telling.map((principle) => (
          <Principle key={principle.id} principle={principle} open={false} />
        ))}
      </ul>
      {index.value && (
        <Sheet title="All principles" onClose={() => (index.value = false)} wide>
          <ul class="principles">
            {principles
              .toSorted((a, b) => rank(a) - rank(b))
              .map((principle) => (
                <Principle key={principle.id} principle={principle} open />
              ))}
          </ul>
        </Sheet>
      )}
    </section>
  );
};
