/**
 * Interventions: everything an engineer on call can do to Corkboard. Closed and typed. Each runs in the simulator
 * with a cost (engineer's minutes), a lag (minutes until it takes effect) and its own side effects. Which of them
 * helps is for the world to say, never for a table.
 */
import type { Scope } from './segments.ts';

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
  // Changes.
  | { readonly kind: 'rollback-model'; readonly to: string; readonly scope: Scope }
  | { readonly kind: 'route-cohort'; readonly to: string; readonly scope: Scope }
  | { readonly kind: 'promote-model'; readonly version: string }
  | { readonly kind: 'nonfinite-guard' }
  | { readonly kind: 'kill-generator'; readonly generator: GeneratorId }
  | {
      readonly kind: 'dedupe-events';
      readonly event: 'impression' | 'save';
      readonly build: string;
    }
  | { readonly kind: 'quarantine-rows'; readonly scope: Scope; readonly sinceTick: number }
  | { readonly kind: 'retrain'; readonly recipe: RetrainRecipe }
  | { readonly kind: 'exposure-cap'; readonly perDay: number }
  | { readonly kind: 'exploration'; readonly share: number }
  | { readonly kind: 'diversity'; readonly factor: number }
  | { readonly kind: 'normalise-popularity' }
  | { readonly kind: 'fix-client'; readonly build: string };

export type InterventionKind = InterventionSpec['kind'];

export const GENERATORS = ['interest', 'similar', 'popular', 'fresh'] as const;
export type GeneratorId = (typeof GENERATORS)[number];

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
};
