/**
 * What the best line known would still be expected to cost, taken up at a minute: between two minutes at which lines were
 * run, straight lines. Its rise is what waiting costs.
 */
import type { Belief } from '../belief/posterior.ts';
import { expectedHarm, type Harms } from '../belief/regret.ts';

/** Harms by line, taken up at a minute. */
export interface AtMinute {
  readonly tick: number;
  readonly lines: ReadonlyMap<number, Harms>;
}

/** Least expected harm, millions of saves, under a belief from a minute on. */
export type Worth = (belief: Belief, tick: number) => number;

/** `nothing`: harm of never doing anything. The two have the same lines. */
export function worthOf(nothing: Harms, early: AtMinute, late: AtMinute): Worth {
  return (belief, tick) => {
    const share = (tick - early.tick) / (late.tick - early.tick);
    let least = expectedHarm(belief, nothing);
    for (const [line, harms] of early.lines) {
      const soon = expectedHarm(belief, harms);
      // A remedy that waits is not better for it: less is the luck of two worlds.
      const rise = Math.max(0, expectedHarm(belief, late.lines.get(line)!) - soon);
      least = Math.min(least, soon + share * rise);
    }
    return least;
  };
}
