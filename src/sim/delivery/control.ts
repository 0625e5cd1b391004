/** The control plane: everything an engineer has set, as plain data that snapshots copy. */
import type { GeneratorId } from '../generators.ts';
import type { InterventionSpec } from '../interventions.ts';
import type { Head } from '../presets.ts';
import type { FeatureId, LogEvent } from '../faults.ts';
import type { SettingId } from '../settings.ts';
import type { Scope, Surface } from '../segments.ts';

export interface Applied {
  readonly id: string;
  readonly spec: InterventionSpec;
  readonly orderedTick: number;
  readonly effectTick: number;
  state: 'under way' | 'in effect' | 'undone' | 'failed';
  /** What came of it, in words; empty while nothing is to be said. */
  note: string;
}

/** Ordered and not taken back, whether or not it has come into effect yet. */
export const isStanding = ({ state }: Pick<Applied, 'state'>): boolean =>
  state === 'under way' || state === 'in effect';

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
    readonly event: LogEvent;
    readonly build: string;
    readonly since: number;
  }[];
  fixedBuilds: Record<string, number>;
  quarantines: { readonly id: string; readonly scope: Scope; readonly sinceTick: number }[];
  skipTraining: boolean;
  cap: number | null;
  exploration: number;
  /** Factors on spacing by topic and by look. */
  diversity: number;
  lookDiversity: number;
  normalise: boolean;
  killed: GeneratorId[];
  guard: boolean;
  /** Settings put back, with the minute. */
  reverted: Partial<Record<SettingId, number>>;
  /** Inputs of the ranker masked by an imputed default. */
  fallbacks: FeatureId[];
  /** Verdicts that time out count as violating. */
  failClosed: boolean;
  /** Nothing is filtered. */
  filterOff: boolean;
  /** Jobs stopped, with the minute. */
  stopped: Partial<Record<'re-embedding' | 'deletion', number>>;
  robotsSuspended: boolean;
  /** Surfaces that read the embedding version they were trained on. */
  pinnedConsumers: Surface[];
  /** Sources on their last full snapshot, on the older query tower, and with an index built anew. */
  aliased: GeneratorId[];
  olderTower: GeneratorId[];
  rebuilt: GeneratorId[];
  /** Factor on a pool's capacity, by pool. */
  scaled: Record<string, number>;
  shedShare: number;
  retryBudget: boolean;
  overflow: boolean;
  replicated: boolean;
  /** From when pictures come from the second provider; null: they do not. */
  secondProvider: number | null;
  drained: string[];
  /** Shift on the logit by head that a recalibration found. */
  recalibrated: Partial<Record<Head, number>>;
  /** From when erased histories are back; null: they are not. */
  restored: { readonly tick: number; readonly honourErasures: boolean } | null;
  coldStart: boolean;
  spamRule: 'narrow' | 'broad' | null;
  newcomerFloor: number;
  exclusive: { readonly rollout: string; readonly than: string }[];
  /** Factor on the bar a notification has to reach. */
  notificationBar: number;
  /** Purges of the slate cache. */
  purges: { readonly tick: number; readonly gradual: boolean }[];
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
    lookDiversity: 1,
    normalise: false,
    killed: [],
    guard: false,
    reverted: {},
    fallbacks: [],
    failClosed: false,
    filterOff: false,
    stopped: {},
    robotsSuspended: false,
    pinnedConsumers: [],
    aliased: [],
    olderTower: [],
    rebuilt: [],
    scaled: {},
    shedShare: 0,
    retryBudget: false,
    overflow: false,
    replicated: false,
    secondProvider: null,
    drained: [],
    recalibrated: {},
    restored: null,
    coldStart: false,
    spamRule: null,
    newcomerFloor: 0,
    exclusive: [],
    notificationBar: 1,
    purges: [],
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
    reverted: { ...c.reverted },
    fallbacks: c.fallbacks.slice(),
    stopped: { ...c.stopped },
    pinnedConsumers: c.pinnedConsumers.slice(),
    aliased: c.aliased.slice(),
    olderTower: c.olderTower.slice(),
    rebuilt: c.rebuilt.slice(),
    scaled: { ...c.scaled },
    drained: c.drained.slice(),
    recalibrated: { ...c.recalibrated },
    exclusive: c.exclusive.slice(),
    purges: c.purges.slice(),
  };
}
