/** Which phases have something to show for them: moving on ticks nothing off by itself. Pure. */
import type { Phase, View } from '../../session/view.ts';

type Shown = Pick<View, 'phase' | 'radius' | 'board' | 'applied' | 'notes' | 'closing'>;

export const phasesDone = ({
  phase,
  radius,
  board,
  applied,
  notes,
  closing,
}: Shown): ReadonlySet<Phase> => {
  const { reading, hurtNow, hurtLater } = radius.claim;
  // Robots have names; an order of somebody's has a number.
  const stands = applied.some(
    ({ id, state }) => /^o\d+$/.test(id) && (state === 'under way' || state === 'in effect'),
  );
  const facts: readonly (readonly [Phase, boolean])[] = [
    ['page', phase !== 'page'],
    ['scope', [reading, hurtNow, hurtLater].some((layer) => layer !== null)],
    ['reason', board.hypotheses.length > 0],
    ['act', stands],
    ['verify', stands && closing.isRead],
    ['explain', notes.length > 0],
  ];
  return new Set(facts.flatMap(([id, isDone]) => (isDone && id !== phase ? [id] : [])));
};
