/** Verdicts of the policy classifier, which is always of one mind about an idea. */
import { uniform } from '../../determinism/random.ts';
import type { Ideas } from '../ideas/ideas.ts';

/** Policy class. */
export const VIOLATING = 2;
/** Share of violating ideas the classifier does not find. Design value. */
export const MISSED = 0.004;
/** Share of clean ideas it takes for violating. Design value. */
export const FALSE_POSITIVE = 0.003;

/** Fixed luck of an idea with the classifier, in [0, 1): a verdict is the same every time. `key`: the stream of verdicts. */
export function verdictLuck(key: number, idea: number): number {
  return uniform(key, idea, 0);
}

/** Notes which of the ideas from `from` on the classifier lets through. */
export function judge(key: number, ideas: Ideas, from: number): void {
  for (let i = from; i < ideas.count; i++) {
    const luck = verdictLuck(key, i);
    const passed = ideas.policy[i] === VIOLATING ? luck < MISSED : luck >= FALSE_POSITIVE;
    ideas.cleared[i] = passed ? 1 : 0;
  }
}
