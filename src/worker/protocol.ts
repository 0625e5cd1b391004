/** Messages between a page (or a terminal) and the worker that owns a run. */
import type { BeliefView } from '../scoring/beliefView.ts';
import type { BranchCurves } from '../analysis/branches.ts';
import type { DecisionView } from '../scoring/decisionView.ts';
import type { GhostCurve } from '../scoring/ghosts.ts';
import type { Debrief } from '../scoring/debrief.ts';
import type { LooksView } from '../scoring/marksView.ts';
import type { PreventionView } from '../scoring/preventionView.ts';
import type { Command } from '../session/commands.ts';
import type { View } from '../session/view.ts';
import type { Scope } from '../sim/segments.ts';

/** Worlds a run may be played in. */
export type WorldSize = 'standard' | 'check';

/** What of a closed run is worked out only when somebody asks. */
export type WorkedOutKind = 'belief' | 'looks' | 'decision' | 'bands' | 'ghosts' | 'preventions';

/** What runs ask of the machine they are played on. */
export interface Demands {
  /** Play in another world than the scenario's own, such as the small one on a slow machine. */
  readonly preset?: WorldSize;
  /** Work nothing out for the debrief before it is asked for. */
  readonly later?: true;
}

export type Request =
  | ({
      readonly id: number;
      readonly type: 'open';
      readonly scenario: string;
      readonly seed: string;
      readonly commands: readonly Command[];
    } & Demands)
  | { readonly id: number; readonly type: 'command'; readonly command: Command }
  /** Throw away everything from move `index` on and continue on the live world. */
  | { readonly id: number; readonly type: 'retry'; readonly index: number }
  | { readonly id: number; readonly type: 'debrief' }
  /** What could be known at each moment of the run. */
  | { readonly id: number; readonly type: 'belief' }
  /** The closed run's lines of play under other luck. */
  | { readonly id: number; readonly type: 'bands' }
  /** Its looks and waits up to the first change, weighed; sooner there than the decision. */
  | { readonly id: number; readonly type: 'looks' }
  /** What the run did, weighed under what could be known. */
  | { readonly id: number; readonly type: 'decision' }
  /** The same case, played by scripted players. */
  | { readonly id: number; readonly type: 'ghosts' }
  /** The incident's preventions, tried out. */
  | { readonly id: number; readonly type: 'preventions' }
  /** How many people are in a scope, as they stand now; it costs nothing and is no move. */
  | { readonly id: number; readonly type: 'people'; readonly scope: Scope }
  | { readonly id: number; readonly type: 'recording' }
  | { readonly id: number; readonly type: 'verify'; readonly recording: string };

export interface RunNotice {
  readonly code: string;
  readonly message: string;
  /** Offered for download when a run cannot go on. */
  readonly recording: string | null;
}

export type Response =
  | {
      readonly id: number;
      readonly type: 'progress';
      readonly done: number;
      readonly label: string;
    }
  | { readonly id: number; readonly type: 'view'; readonly view: View }
  /** A command that is not legal now: nothing happened, and why. */
  | { readonly id: number; readonly type: 'refused'; readonly message: string; readonly view: View }
  | { readonly id: number; readonly type: 'people'; readonly millions: number }
  | { readonly id: number; readonly type: 'debrief'; readonly debrief: Debrief }
  | { readonly id: number; readonly type: 'belief'; readonly belief: BeliefView }
  | { readonly id: number; readonly type: 'looks'; readonly looks: LooksView }
  | { readonly id: number; readonly type: 'decision'; readonly decision: DecisionView }
  | { readonly id: number; readonly type: 'bands'; readonly branches: readonly BranchCurves[] }
  | { readonly id: number; readonly type: 'ghosts'; readonly ghosts: readonly GhostCurve[] }
  | {
      readonly id: number;
      readonly type: 'preventions';
      readonly preventions: readonly PreventionView[];
    }
  /** None of these could be worked out; the run is as it was. */
  | { readonly id: number; readonly type: 'not worked out'; readonly message: string }
  | { readonly id: number; readonly type: 'recording'; readonly text: string }
  | {
      readonly id: number;
      readonly type: 'verified';
      readonly ok: boolean;
      readonly message: string;
    }
  | { readonly id: number; readonly type: 'failed'; readonly notice: RunNotice };
