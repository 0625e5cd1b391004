/** A mark: the hashes of a run's parts at one moment, as a recording holds them. */
import { WORLD_PARTS } from '../sim/stateHash.ts';

/** Parts of a run, those of the live world first; `panel`: the newest epoch, in which the fault-free twin shows too. */
export const PARTS = [...WORLD_PARTS, 'panel', 'chart', 'log'] as const;
export type Part = (typeof PARTS)[number];

export interface Mark {
  readonly tick: number;
  readonly day: number;
  /** Moves given so far, the one under way included. */
  readonly moves: number;
  /** Events in the log so far, refusals apart. */
  readonly events: number;
  readonly hashes: Readonly<Partial<Record<Part, string>>>;
}

/** Has a value from a file the shape of a mark? */
export function isMark(value: unknown): value is Mark {
  if (typeof value !== 'object' || value === null) return false;
  const { tick, day, moves, events, hashes } = value as Partial<Mark>;
  return (
    [tick, day, moves, events].every((n) => Number.isSafeInteger(n)) &&
    typeof hashes === 'object' &&
    hashes !== null &&
    Object.values(hashes).every((hash) => typeof hash === 'string')
  );
}
