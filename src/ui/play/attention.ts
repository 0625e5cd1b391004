/**
 * The one thing that asks for attention next, and so may wear the accent. Read from the view and the unsent draft
 * alone: it points at the next step of the work, never at an answer.
 */
import type { View } from '../../session/view.ts';

export type Attention = 'lens' | 'declare' | 'deadline' | 'board' | 'act' | 'close' | null;

export const attentionOf = (view: View, undeclared: boolean): Attention => {
  if (undeclared) return 'declare';
  // The page itself wears the accent until the first look.
  if (view.phase === 'page') return 'lens';
  if (view.axis.items.some((item) => item.attention && item.future)) return 'deadline';
  if (view.radius.declaredAt === null) return 'lens';
  if (view.phase === 'reason' && view.board.hypotheses.length < 2) return 'board';
  if (view.closing.allowed && view.closing.open.length === 0) return 'close';
  return null;
};
