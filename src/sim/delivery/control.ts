/** The control plane: everything an engineer has set, as plain data that snapshots copy. */
import type { GeneratorId, InterventionSpec } from '../interventions.ts';
import type { Scope } from '../segments.ts';

export interface Applied {
  readonly id: string;
  readonly spec: InterventionSpec;
  readonly orderedTick: number;
  readonly effectTick: number;
  state: 'under way' | 'in effect' | 'undone' | 'failed';
  /** What came of it, in words; empty while nothing is to be said. */
  note: string;
}

export interface Route {
  readonly id: string;
  readonly scope: Scope;
  readonly to: string;
}

export interface Control {
  /** In the order given; the last matching one wins. */
  routes: Route[];
  pinned: string | null;
  promotionStopped: boolean;
  frozen: number | null;
  /** Rollouts held at a share. */
  held: Record<string, number>;
  /** Stages the incident itself adds to a rollout while it runs. */
  staged: { readonly rollout: string; readonly tick: number; readonly share: number }[];
  /** Builds whose staged release is paused, with the tick from which adoption stands still. */
  pausedReleases: Record<string, number>;
  deduped: {
    readonly event: 'impression' | 'save';
    readonly build: string;
    readonly since: number;
  }[];
  fixedBuilds: Record<string, number>;
  quarantines: { readonly id: string; readonly scope: Scope; readonly sinceTick: number }[];
  skipTraining: boolean;
  cap: number | null;
  exploration: number;
  diversity: number;
  normalise: boolean;
  killed: GeneratorId[];
  guard: boolean;
}

export const DEFAULT_EXPLORATION = 0.04;

export function defaultControl(): Control {
  return {
    routes: [],
    pinned: null,
    promotionStopped: false,
    frozen: null,
    held: {},
    staged: [],
    pausedReleases: {},
    deduped: [],
    fixedBuilds: {},
    quarantines: [],
    skipTraining: false,
    cap: null,
    exploration: DEFAULT_EXPLORATION,
    diversity: 1,
    normalise: false,
    killed: [],
    guard: false,
  };
}

export function copyControl(c: Control): Control {
  return {
    ...c,
    routes: c.routes.slice(),
    held: { ...c.held },
    staged: c.staged.slice(),
    pausedReleases: { ...c.pausedReleases },
    deduped: c.deduped.slice(),
    fixedBuilds: { ...c.fixedBuilds },
    quarantines: c.quarantines.slice(),
    killed: c.killed.slice(),
  };
}
