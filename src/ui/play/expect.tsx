/** What do you expect? Said before a look or a test, answered by the world. Optional, and never in the way. */
import type { JSX } from 'preact';
import { useDesk } from './desk.ts';
import type { Expectation } from './predict.ts';

const OPTIONS: readonly (readonly [Expectation, string])[] = [
  ['down', 'down'],
  ['flat', 'no change'],
  ['up', 'up'],
];

export const Expect = ({ legend }: { readonly legend: string }): JSX.Element => {
  const { expect } = useDesk();
  return (
    <fieldset class="expect">
      <legend class="mute">{legend}</legend>
      {OPTIONS.map(([option, label]) => (
        <button
          key={option}
          type="button"
          class="chip"
          aria-pressed={expect.value === option}
          onClick={() => (expect.value = expect.value === option ? null : option)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
};
