/** How much of a reading was not in what had been read before it. */
import type { AtQuery } from './foretold.ts';

/** What groups differ by in another cut of a metric read just before is the noise of the same people in part. */
const SAME_NOISE = 0.5;

/** A query that was read. */
export interface Past {
  readonly query: string;
  readonly metric: string;
  /** Whom and where it was read, however it was cut. */
  readonly whole: string;
  readonly isCut: boolean;
  readonly tick: number;
}

export function pastOf({ metric, scope, surface, by, hours, tick }: AtQuery): Past {
  return {
    query: JSON.stringify([metric, scope, surface, by, hours]),
    metric,
    whole: JSON.stringify([metric, scope, surface]),
    isCut: by.length > 0,
    tick,
  };
}

/** Shares of a reading that were not in an earlier one: of what it comes to as a whole, and of what its groups differ by. */
export interface Newness {
  readonly total: number;
  readonly groups: number;
}

export const ALL_NEW: Newness = { total: 1, groups: 1 };

/** Another cut of the same says the whole again; read uncut, it has said nothing of groups. */
export function newnessOf(past: readonly Past[], read: Past, hours: number): Newness {
  let total = 1;
  let groups = 1;
  for (const before of past) {
    if (before.metric !== read.metric) continue;
    const overlap = Math.max(0, 1 - (read.tick - before.tick) / (60 * hours));
    const isSame = before.query === read.query;
    total = Math.min(total, 1 - overlap * (before.whole === read.whole ? 1 : SAME_NOISE));
    if (isSame || before.isCut) groups = Math.min(groups, 1 - overlap * (isSame ? 1 : SAME_NOISE));
  }
  return { total, groups };
}
