/** What the incident may know of the player: commands given, never the hidden truth. */
import type { InterventionKind } from '../sim/interventions.ts';

export interface Facts {
  /** Kinds of interventions ordered and not undone, in effect or under way. */
  readonly acted: readonly InterventionKind[];
  /** Some intervention is ordered and not yet complete. */
  readonly underWay: boolean;
  /** Views opened so far. */
  readonly looked: readonly string[];
  /** A blast radius has been declared. */
  readonly declared: boolean;
  /** Something stands on the board as a hypothesis. */
  readonly reasoned: boolean;
  /** A status note has been sent. */
  readonly said: boolean;
  /** A status note has been sent since the last intervention completed, or, with none, since the declaration. */
  readonly reported: boolean;
  /** The player has closed the case. */
  readonly closed: boolean;
}

export const NO_FACTS: Facts = {
  acted: [],
  underWay: false,
  looked: [],
  declared: false,
  reasoned: false,
  said: false,
  reported: false,
  closed: false,
};
