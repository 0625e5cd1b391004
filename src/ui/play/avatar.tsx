/** A crest for each person of the cast, drawn from the name: no stock faces. */
import type { JSX } from 'preact';

const hash = (text: string): number => {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619);
  return value >>> 0;
};

export const Avatar = ({ name }: { readonly name: string }): JSX.Element => {
  const seed = hash(name);
  const sun = 9 + (seed % 11);
  const peak = 8 + ((seed >>> 4) % 13);
  return (
    <svg
      class={`avatar crest-${seed % 6}`}
      width="28"
      height="28"
      viewBox="0 0 28 28"
      aria-hidden="true"
    >
      <rect class="sky" width="28" height="28" />
      <circle class="sun" cx={sun} cy="11" r={4 + ((seed >>> 8) % 4)} />
      <path
        class="hill"
        d={`M0 28L${peak} ${12 + ((seed >>> 12) % 6)}L${peak + 9} 24L28 ${14 + ((seed >>> 16) % 8)}V28z`}
      />
    </svg>
  );
};
