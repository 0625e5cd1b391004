/** What the incident remembers beside the state it is in. Plain JSON: it goes into checkpoints as it is. */

export interface Deadline {
  readonly id: string;
  readonly label: string;
  readonly atTick: number;
}

export interface Books {
  /** Deadlines set so far, also those passed. */
  readonly deadlines: readonly Deadline[];
  /** Commands that are not legal now, each with the reason its button gives. */
  readonly forbidden: Readonly<Record<string, string>>;
  /** Why the case closed by itself; null while it has not. */
  readonly closedBecause: string | null;
}

export const EMPTY_BOOKS: Books = { deadlines: [], forbidden: {}, closedBecause: null };
