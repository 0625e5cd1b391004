/** How the world answered a prediction: in words, with a mark that does not rest on colour. */
import type { JSX } from 'preact';
import { answerWords, type PredictionAnswer } from '../../session/predictionWords.ts';
import { Mark } from '../app/mark.tsx';

const MARKS = { agreed: 'tick', disagreed: 'cross', undecided: 'ring' } as const;

export const Answer = ({
  answer,
}: {
  readonly answer: PredictionAnswer | null;
}): JSX.Element | null =>
  answer === null ? null : (
    <p class={`answer ${answer.verdict}`}>
      <Mark shape={MARKS[answer.verdict]} />
      <span>{answerWords(answer)}</span>
    </p>
  );
