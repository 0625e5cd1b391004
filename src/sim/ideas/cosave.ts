/** The co-save graph: which ideas were saved one after the other by the same person. Belief, grown from the log. */
import { COSAVES } from '../presets.ts';
import type { Ideas } from './ideas.ts';

/** Notes that `a` and `b` were saved together; the oldest neighbour gives way. */
export function coSave(ideas: Ideas, a: number, b: number): void {
  if (a === b) return;
  link(ideas, a, b);
  link(ideas, b, a);
}

function link(ideas: Ideas, from: number, to: number): void {
  const head = ideas.cosaveHead[from]!;
  ideas.cosave[from * COSAVES + head] = to;
  ideas.cosaveHead[from] = head + 1 === COSAVES ? 0 : head + 1;
}
