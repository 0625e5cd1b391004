/**
 * What the page needs from whatever owns a run: the worker in the browser, a stand-in in development. One run at a
 * time; opening another one replaces it. Every call resolves in the order it was made.
 */
import type { BranchCurves } from '../analysis/branches.ts';
import type { BeliefView } from '../scoring/beliefView.ts';
import type { DecisionView } from '../scoring/decisionView.ts';
import type { LooksView } from '../scoring/marksView.ts';
import type { PreventionView } from '../scoring/preventionView.ts';
import type { GhostCurve } from '../scoring/ghosts.ts';
import type { Debrief } from '../scoring/debrief.ts';
import type { Command } from '../session/commands.ts';
import type { View } from '../session/view.ts';
import type { Scope } from '../sim/segments.ts';
import type { RunNotice } from './protocol.ts';

/** `done` runs from 0 to 1; `label` says in words what is being done. */
export type OnProgress = (done: number, label: string) => void;

export type Answer =
  | { readonly kind: 'view'; readonly view: View }
  /** Not legal now: nothing happened, and `message` says why. */
  | { readonly kind: 'refused'; readonly message: string; readonly view: View };

export interface Verdict {
  readonly ok: boolean;
  readonly message: string;
}

export interface RunClient {
  /** Builds the world for (scenario, seed), then replays `commands`. */
  openRun(
    scenario: string,
    seed: string,
    commands: readonly Command[],
    onProgress: OnProgress,
  ): Promise<View>;
  send(command: Command, onProgress?: OnProgress): Promise<Answer>;
  /** Throws away everything from move `index` (0-based, into the commands) on. */
  retry(index: number, onProgress?: OnProgress): Promise<View>;
  debrief(onProgress?: OnProgress): Promise<Debrief>;
  /** What could be known at each moment. */
  belief(onProgress?: OnProgress): Promise<BeliefView>;
  /** Its lines of play under other luck. */
  bands(onProgress?: OnProgress): Promise<readonly BranchCurves[]>;
  /** The same case, played by scripted players. */
  ghosts(onProgress?: OnProgress): Promise<readonly GhostCurve[]>;
  /** Its looks and waits up to the first change, weighed. */
  looks(onProgress?: OnProgress): Promise<LooksView>;
  /** What was done, as a decision under what could be known. */
  decision(onProgress?: OnProgress): Promise<DecisionView>;
  /** The incident's preventions, tried out. */
  preventions(onProgress?: OnProgress): Promise<readonly PreventionView[]>;
  /** How many people a scope has now, in millions. */
  people(scope: Scope): Promise<number>;
  /** The run as text: what a file or a link holds. */
  recording(): Promise<string>;
  verify(recording: string): Promise<Verdict>;
  /** Called when the run cannot go on; returns how to stop listening. */
  onFailure(listener: (notice: RunNotice) => void): () => void;
  close(): void;
}
