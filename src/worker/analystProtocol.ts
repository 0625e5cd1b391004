/** Messages between the worker that owns a run and those that analyse it when it is closed. */
import type { AtQuery, Foretold } from '../analysis/belief/foretold.ts';
import type { BranchCurves } from '../analysis/branches.ts';
import type { IdleRings, Tried } from '../analysis/prevention/tryOut.ts';
import type { Outlook } from '../analysis/marks/outlook.ts';
import type { OutlookTask } from '../analysis/marks/incidentTable.ts';
import type { Stage } from '../analysis/stage.ts';
import type { LineOutcome, LineTask } from '../analysis/tasks.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Debrief } from '../scoring/debrief.ts';
import type { GhostCurve, GhostId } from '../scoring/ghosts.ts';
import type { Snapshot } from '../session/snapshot.ts';

/** A run and its page. One message for both, so that what they share stays shared. */
export interface Case {
  readonly run: Snapshot;
  readonly page: Snapshot;
}

/** What can be asked of an analyst, with what it answers. */
export interface Asked {
  /** Answers with the case in the world it is analysed in, for others to open; null where it is that one already. */
  readonly open: { readonly ask: Case; readonly answer: Case | null };
  readonly record: { readonly ask: null; readonly answer: Stage };
  readonly hold: { readonly ask: Stage; readonly answer: null };
  readonly play: { readonly ask: LineTask; readonly answer: LineOutcome };
  /** What the incident's hypotheses foretell of some readings, from one seed. Needs no run to be open. */
  readonly foretell: {
    readonly ask: {
      readonly scenario: CompiledScenario;
      readonly seed: string;
      readonly queries: readonly AtQuery[];
    };
    readonly answer: readonly Foretold[];
  };
  /** Harm of the open case's lines with other luck from the page on. */
  readonly branch: { readonly ask: string; readonly answer: BranchCurves };
  /** What a scripted player would have left behind in the open case. */
  readonly ghost: { readonly ask: GhostId; readonly answer: GhostCurve };
  /** What a prevention would have done in the case's world. Needs no run to be open. */
  readonly 'try-out': {
    readonly ask: {
      readonly scenario: CompiledScenario;
      readonly seed: string;
      readonly id: string;
    };
    readonly answer: Tried;
  };
  /** How often preventions ring in a world in which nothing is wrong. Needs no run to be open. */
  readonly 'idle-rings': {
    readonly ask: { readonly scenario: CompiledScenario; readonly seed: string };
    readonly answer: IdleRings;
  };
  /** What would have come of moves under some hypotheses, plan by plan. Needs no run to be open. */
  readonly outlook: { readonly ask: OutlookTask; readonly answer: readonly (readonly Outlook[])[] };
  readonly conclude: { readonly ask: readonly LineOutcome[]; readonly answer: Debrief };
}

export type AnalystRequest = {
  [K in keyof Asked]: { readonly id: number; readonly type: K; readonly body: Asked[K]['ask'] };
}[keyof Asked];

export type AnalystResponse =
  | { readonly id: number; readonly type: 'answer'; readonly body: unknown }
  | {
      readonly id: number;
      readonly type: 'progress';
      readonly done: number;
      readonly label: string;
    }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };

/** The way to one analyst, whatever kind of thread it is. */
export interface AnalystPort {
  readonly post: (request: AnalystRequest) => void;
  readonly listen: (
    onResponse: (response: AnalystResponse) => void,
    onDeath: (message: string) => void,
  ) => void;
  readonly close: () => void;
}
