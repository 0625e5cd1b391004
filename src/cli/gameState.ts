/** A game in a terminal: the run, the page it began with, and the debrief once there is one. */
import type { Debrief } from '../scoring/debrief.ts';
import type { DecisionView } from '../scoring/decisionView.ts';
import type { GhostCurve } from '../scoring/ghosts.ts';
import type { Run } from '../session/run.ts';

export interface Game {
  /** The run as it was at the page: what a load, and the debrief, begin from. */
  readonly page: Run;
  run: Run;
  debrief: Debrief | null;
  /** Whether the debrief weighs every change as well, which takes about a minute. */
  readonly weighs: boolean;
  decision: DecisionView | null;
  /** Scripted players in the same world; none before they were asked. */
  ghosts: readonly GhostCurve[];
}
