/** The mark of a move, in its word and colour. */
import './mark.css';
import type { JSX } from 'preact';
import type { MarkView } from '../../scoring/marksView.ts';

const WORDS: Readonly<Record<MarkView['mark'], string>> = {
  best: 'Best',
  neutral: 'Neutral',
  good: 'Good',
  inaccuracy: 'Inaccuracy',
  mistake: 'Mistake',
  blunder: 'Blunder',
};

export const MarkWord = ({ mark }: { readonly mark: MarkView['mark'] }): JSX.Element => (
  <span class={`mark-word ${mark}`}>{WORDS[mark]}</span>
);
