/** A shift taken over half way: what whoever had it did, compiled. Minutes count from the page. */
import type { InterventionSpec } from '../sim/interventions.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Dimension, Scope, Surface } from '../sim/segments.ts';

/** Views without a choice of their own that whoever had the shift may have opened. */
export const PLAIN_VIEWS = [
  'changes',
  'tickets',
  'experiments',
  'training',
  'lineage',
  'ecosystem',
  'serving',
] as const;
/** Views of a scope of people. */
export const SCOPED_VIEWS = ['model', 'features', 'funnel', 'sources'] as const;
/** Views of a metric. */
export const METRIC_VIEWS = ['lens', 'metric'] as const;

/** The lens: people regrouped by at most two dimensions. */
export interface LensLook {
  readonly view: 'lens';
  readonly metric: MetricId;
  readonly by: readonly Dimension[];
  readonly surface: Surface | 'all';
}

/** A time series of one metric, cut by at most one dimension, on a scope (default: everyone). */
export interface MetricLook {
  readonly view: 'metric';
  readonly metric: MetricId;
  readonly by: Dimension | null;
  readonly scope: Scope;
}

/** Of the looks of the session those that can be handed over. */
export type HandedLook =
  | { readonly view: (typeof PLAIN_VIEWS)[number] }
  | { readonly view: (typeof SCOPED_VIEWS)[number]; readonly scope: Scope }
  | LensLook
  | MetricLook;

export type HandedMove = { readonly afterMinutes: number } & (
  | { readonly do: 'look'; readonly look: HandedLook; readonly pinned: boolean }
  | {
      readonly do: 'declare';
      readonly reading: Scope | null;
      readonly hurtNow: Scope | null;
      readonly hurtLater: Scope | null;
      readonly witness: Scope | null;
      readonly severity: 'none' | 'low' | 'high' | 'critical' | null;
    }
  | { readonly do: 'suspect'; readonly suspect: string; readonly confidence: number }
  | { readonly do: 'act'; readonly act: InterventionSpec }
  /** `order`: as the run numbers orders, `o0` the first. */
  | { readonly do: 'undo'; readonly order: string }
);

export interface Handover {
  /** Id in the cast. */
  readonly from: string;
  /** When the shift changes hands. */
  readonly afterMinutes: number;
  /** In the order of time, all before the shift changes hands. */
  readonly moves: readonly HandedMove[];
  /** What the colleague writes on leaving. */
  readonly note: string;
}

/** The minute at which whoever plays begins: that of the page, or that at which the shift changes hands. */
export function beginTick({
  world,
  handover,
}: {
  readonly world: { readonly pageTick: number };
  readonly handover?: Handover;
}): number {
  return world.pageTick + (handover?.afterMinutes ?? 0);
}
