/** How the world answered a prediction: in words, with a mark that does not rest on colour. */
import type { JSX } from 'preact';
import {
  answerWords,
  shortAnswerWords,
  type PredictionAnswer,
} from '../../session/predictionWords.ts';
import { Mark } from '../app/mark.tsx';

const MARKS = { agreed: 'tick', disagreed: 'cross', undecided: 'ring' } as const;

const LABELS = {
  agreed: 'The world agreed:',
  disagreed: 'The world disagreed:',
  undecided: 'Undecided within noise:',
} as const;

export interface AnswerProps {
  readonly answer: PredictionAnswer | null;
  /** On a small card the mark carries the verdict. */
  readonly short?: boolean;
}

export const Answer = ({ answer, short = false }: AnswerProps): JSX.Element | null =>
  answer === null ? null : (
    <p class={`answer ${answer.verdict}`}>
      {short ? (
        <Mark shape={MARKS[answer.verdict]} label={LABELS[answer.verdict]} />
      ) : (
        <Mark shape={MARKS[answer.verdict]} />
      )}
      <span>{short ? shortAnswerWords(answer) : answerWords(answer)}</span>
    </p>
  );
