/** What people chose before the world began, in WebAssembly, and the memory it works in. What it computes is in past.as. */
import { PAST } from './binary.ts';
import { instantiate, type Program } from './program.ts';

/** What past.as exports; the arguments are described there. */
export interface PastFunctions {
  history(key: number, actions: number, core: number): void;
  feed(key: number): void;
}

export type PastKernel = Program<PastFunctions>;

type Reserve = { reserve(ideas: number, actions: number): number };

/** `ideas` of the opening catalogue; `actions`: most that a person has behind them. */
export function createPastKernel(ideas: number, actions: number): PastKernel {
  return instantiate<PastFunctions & Reserve>(PAST, (run) => run.reserve(ideas, actions));
}
