/**
 * Interventions: everything an engineer on call can do to Corkboard. Closed and typed. Each runs in the simulator
 * with a cost (engineer's minutes), a lag (minutes until it takes effect) and its own side effects. Which of them
 * helps is for the world to say, never for a table.
 */
import type { GeneratorId } from './generators.ts';
import type { FeatureId, LogEvent } from './faults.ts';
import type { Head } from './presets.ts';
import type { Scope, Surface } from './segments.ts';
import type { SettingId } from './settings.ts';

export type RetrainRecipe =
  /** On the training window as it stands. */
  | 'plain'
  /** Rows weighted by inverse propensity, counts divided by exposure. */
  | 'debiased'
  /** Only on the random-exposure slice. */
  | 'random-slice';

export type InterventionSpec =
  // Holds: cheap and reversible.
  | { readonly kind: 'freeze-deploys' }
  | { readonly kind: 'stop-ramp'; readonly rollout: string }
  | { readonly kind: 'pin-model'; readonly version: string }
  | { readonly kind: 'stop-promotion' }
  | { readonly kind: 'pause-arm'; readonly rollout: string }
  | { readonly kind: 'pause-release'; readonly build: string }
  | { readonly kind: 'skip-training' }
  /** A job that goes on by itself is stopped where it stands. */
  | { readonly kind: 'stop-job'; readonly job: 're-embedding' | 'deletion' }
  /** Robots that act on reported metrics (automatic rollback, experiment stops) are suspended. */
  | { readonly kind: 'suspend-robots' }
  // Changes.
  | { readonly kind: 'rollback-model'; readonly to: string; readonly scope: Scope }
  | { readonly kind: 'route-cohort'; readonly to: string; readonly scope: Scope }
  | { readonly kind: 'promote-model'; readonly version: string }
  | { readonly kind: 'nonfinite-guard' }
  | { readonly kind: 'kill-generator'; readonly generator: GeneratorId }
  | {
      readonly kind: 'dedupe-events';
      readonly event: LogEvent;
      readonly build: string;
    }
  | { readonly kind: 'quarantine-rows'; readonly scope: Scope; readonly sinceTick: number }
  | { readonly kind: 'retrain'; readonly recipe: RetrainRecipe }
  | { readonly kind: 'exposure-cap'; readonly perDay: number }
  | { readonly kind: 'exploration'; readonly share: number }
  | { readonly kind: 'diversity'; readonly factor: number; readonly axis?: 'topic' | 'look' }
  | { readonly kind: 'normalise-popularity' }
  | { readonly kind: 'fix-client'; readonly build: string }
  /** A setting goes back to its last good value. */
  | { readonly kind: 'revert-setting'; readonly setting: SettingId }
  /** An input of the ranker is masked by an imputed default, for everybody. */
  | { readonly kind: 'feature-fallback'; readonly feature: FeatureId }
  /** A surface reads the embedding version its model was trained on. */
  | { readonly kind: 'pin-consumer'; readonly surface: Surface }
  /** A source's index goes back to its last full snapshot: whole again, a day older. */
  | { readonly kind: 'index-alias'; readonly source: GeneratorId }
  /** A source's query tower goes back a version: what the index was, it agrees with again. */
  | { readonly kind: 'revert-tower'; readonly source: GeneratorId }
  /** A source's index is built anew: whole, in one version, today's. */
  | { readonly kind: 'rebuild-index'; readonly source: GeneratorId }
  /** Kept slates are dropped: all at once, or a tenth every five minutes. */
  | { readonly kind: 'purge-cache'; readonly gradual: boolean }
  | { readonly kind: 'scale-up'; readonly pool: string; readonly factor: number }
  | { readonly kind: 'shed-load'; readonly share: number }
  | { readonly kind: 'retry-budget' }
  /** What the heavy ranker cannot take goes to the light one, on features of its own. */
  | { readonly kind: 'overflow-to-light' }
  /** Hot keys are replicated and read together. */
  | { readonly kind: 'replicate-keys' }
  | { readonly kind: 'image-provider' }
  /** A pool gets no requests. */
  | { readonly kind: 'drain-pool'; readonly pool: string }
  /** A head's scores are put back on the scale of what was observed today. */
  | { readonly kind: 'recalibrate'; readonly head: Head }
  /** Erased histories come back from a snapshot; with or without those whose owners asked for erasure. */
  | { readonly kind: 'restore-history'; readonly honourErasures: boolean }
  /** Newcomers get what is popular in their place and are asked again what they like. */
  | { readonly kind: 'cold-start' }
  /** Verdicts that time out count as violating. */
  | { readonly kind: 'fail-closed' }
  /** The policy filter is switched off as a whole. */
  | { readonly kind: 'filter-off' }
  /** Saves of accounts that behave like robots no longer count; broad: of every young account. */
  | { readonly kind: 'spam-rule'; readonly breadth: 'narrow' | 'broad' }
  /** Scores of newcomers' ideas get a floor on the logit. */
  | { readonly kind: 'newcomer-floor'; readonly logit: number }
  /** The bar a notification has to reach is multiplied. */
  | { readonly kind: 'notification-bar'; readonly factor: number }
  /** Two rollouts no longer share people: the later one leaves the overlap. */
  | { readonly kind: 'exclusive-arms'; readonly rollout: string; readonly than: string };

export type InterventionKind = InterventionSpec['kind'];

export interface InterventionPrice {
  /** Engineer's minutes spent before it is under way. */
  readonly cost: number;
  /** Further minutes until it is complete. */
  readonly lag: number;
  readonly group: 'hold' | 'change';
  readonly reversible: boolean;
}

export const INTERVENTION_PRICES: Readonly<Record<InterventionKind, InterventionPrice>> = {
  'freeze-deploys': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'stop-ramp': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'pin-model': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'stop-promotion': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'pause-arm': { cost: 2, lag: 5, group: 'hold', reversible: true },
  'pause-release': { cost: 2, lag: 60, group: 'hold', reversible: true },
  'skip-training': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'rollback-model': { cost: 4, lag: 10, group: 'change', reversible: true },
  'route-cohort': { cost: 6, lag: 10, group: 'change', reversible: true },
  'promote-model': { cost: 4, lag: 10, group: 'change', reversible: true },
  'nonfinite-guard': { cost: 10, lag: 60, group: 'change', reversible: true },
  'kill-generator': { cost: 2, lag: 2, group: 'change', reversible: true },
  'dedupe-events': { cost: 6, lag: 10, group: 'change', reversible: true },
  'quarantine-rows': { cost: 5, lag: 0, group: 'change', reversible: true },
  retrain: { cost: 10, lag: 360, group: 'change', reversible: false },
  'exposure-cap': { cost: 2, lag: 5, group: 'change', reversible: true },
  exploration: { cost: 2, lag: 5, group: 'change', reversible: true },
  diversity: { cost: 2, lag: 5, group: 'change', reversible: true },
  'normalise-popularity': { cost: 5, lag: 20, group: 'change', reversible: true },
  'fix-client': { cost: 20, lag: 2880, group: 'change', reversible: false },
  'stop-job': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'suspend-robots': { cost: 1, lag: 0, group: 'hold', reversible: true },
  'revert-setting': { cost: 3, lag: 4, group: 'change', reversible: true },
  'feature-fallback': { cost: 5, lag: 8, group: 'change', reversible: true },
  'pin-consumer': { cost: 5, lag: 10, group: 'change', reversible: true },
  'index-alias': { cost: 4, lag: 10, group: 'change', reversible: true },
  'revert-tower': { cost: 4, lag: 5, group: 'change', reversible: true },
  'rebuild-index': { cost: 5, lag: 540, group: 'change', reversible: false },
  'purge-cache': { cost: 2, lag: 0, group: 'change', reversible: false },
  'scale-up': { cost: 3, lag: 8, group: 'change', reversible: true },
  'shed-load': { cost: 4, lag: 1, group: 'change', reversible: true },
  'retry-budget': { cost: 4, lag: 1, group: 'change', reversible: true },
  'overflow-to-light': { cost: 4, lag: 3, group: 'change', reversible: true },
  'replicate-keys': { cost: 6, lag: 10, group: 'change', reversible: true },
  'image-provider': { cost: 5, lag: 5, group: 'change', reversible: true },
  'drain-pool': { cost: 4, lag: 5, group: 'change', reversible: true },
  recalibrate: { cost: 6, lag: 30, group: 'change', reversible: true },
  'restore-history': { cost: 8, lag: 240, group: 'change', reversible: false },
  'cold-start': { cost: 6, lag: 20, group: 'change', reversible: true },
  'fail-closed': { cost: 3, lag: 3, group: 'change', reversible: true },
  'filter-off': { cost: 2, lag: 2, group: 'change', reversible: true },
  'spam-rule': { cost: 6, lag: 5, group: 'change', reversible: true },
  'newcomer-floor': { cost: 3, lag: 5, group: 'change', reversible: true },
  'notification-bar': { cost: 3, lag: 5, group: 'change', reversible: true },
  'exclusive-arms': { cost: 2, lag: 5, group: 'change', reversible: true },
};
