/**
 * Small signs, drawn: the fonts that travel with the page do not have them, and a reader's own may draw them as
 * coloured pictures. Silent for screen readers unless named.
 */
import type { JSX } from 'preact';

const SHAPES = {
  tick: 'M2 6.5l2.6 2.7L10 3',
  cross: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  ring: 'M6 2a4 4 0 100 8 4 4 0 000-8z',
  up: 'M6 2l4.6 8H1.4z',
  down: 'M6 10L1.4 2h9.2z',
  right: 'M1.5 6h8M6.5 2.8L9.8 6l-3.3 3.2',
  below: 'M6 1.5v8M2.8 6.5L6 9.8l3.2-3.3',
  above: 'M6 10.5v-8M2.8 5.5L6 2.2l3.2 3.3',
  square: 'M2.5 2.5h7v7h-7z',
  find: 'M5 1.5a3.5 3.5 0 110 7 3.5 3.5 0 010-7zM7.7 7.7l2.8 2.8',
  again: 'M2.2 4.6A4.2 4.2 0 112 7.2M2 1.8v3h3',
} as const;
export type MarkShape = keyof typeof SHAPES;

/** Triangles and squares say how bad something is, and so are filled; the rest are strokes. */
const SOLID: ReadonlySet<MarkShape> = new Set(['up', 'down', 'square']);

export interface MarkProps {
  readonly shape: MarkShape;
  readonly label?: string;
  /** Watch, not bad: the same sign, empty. */
  readonly hollow?: boolean;
}

export const Mark = ({ shape, label, hollow = false }: MarkProps): JSX.Element => {
  const solid = SOLID.has(shape) && !hollow;
  return (
    <svg
      class="mark-sign"
      width="12"
      height="12"
      viewBox="0 0 12 12"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path
        d={SHAPES[shape]}
        fill={solid ? 'currentColor' : 'none'}
        stroke={solid ? 'none' : 'currentColor'}
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
};
