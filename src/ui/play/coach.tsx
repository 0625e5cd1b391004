/** On the first run: one quiet sentence about the next step, gone once understood. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import type { Attention } from './attention.ts';

const WORDS: Partial<Readonly<Record<NonNullable<Attention>, string>>> = {
  lens: 'Each dot is a simulated person. Press a dimension: the crowd regroups, and what moved parts from what did not.',
  declare: 'A radius drawn is not yet said. Declare it, and every move reaches these people only.',
  board: 'Put up at least two ideas before you test one.',
  close: 'Nothing is open any more. Close when you can say what it was.',
};

/** A narrow page shows the crowd as a list. */
const NARROW_LENS =
  'Under Who, cut the people by one thing: what moved parts from what did not. Add it to your radius.';

export interface CoachProps {
  readonly attention: Attention;
  readonly narrow?: boolean;
}

export const Coach = ({ attention, narrow = false }: CoachProps): JSX.Element | null => {
  const { preferences, prefer } = useApp();
  const words = attention === null ? undefined : WORDS[attention];
  const { coached } = preferences.value;
  if (attention === null || words === undefined || coached.includes(attention)) return null;
  return (
    <p class="coach" role="note">
      <span>{narrow && attention === 'lens' ? NARROW_LENS : words}</span>
      <button
        type="button"
        class="button small bare"
        onClick={() => prefer({ coached: [...coached, attention] })}
      >
        Got it
      </button>
    </p>
  );
};
