/** Every intervention in plain words, for buttons, the log and the debrief. */
import type { FeatureId } from '../sim/faults.ts';
import type { GeneratorId } from '../sim/generators.ts';
import type { InterventionKind, InterventionSpec } from '../sim/interventions.ts';
import type { Head } from '../sim/presets.ts';
import type { Scope } from '../sim/segments.ts';
import type { SettingId } from '../sim/settings.ts';
import { scopeWords } from './segmentWords.ts';
import { SOURCE_WORDS } from './sourceWords.ts';

export const FEATURE_WORDS: Readonly<Record<FeatureId, string>> = {
  embedding: 'the person’s embedding',
  'topic-share': 'the topics of the history',
  seen: 'what was shown lately',
  'save-rate': 'the save rate of the idea',
  'closeup-rate': 'the closeup rate of the idea',
  freshness: 'the age of the idea',
  exposure: 'the exposure of the idea',
  locality: 'whether the idea is local',
  region: 'the region',
};

export const HEAD_WORDS: Readonly<Record<Head, string>> = {
  closeup: 'closeup head',
  save: 'save head',
  dwell: 'long-dwell head',
  hide: 'hide head',
};

export const SETTING_WORDS: Readonly<Record<SettingId, string>> = {
  'utility-weights': 'the utility weights',
  'source-quotas': 'the quotas of the sources',
  'slate-cache': 'the lifetime of kept slates',
  diversity: 'the spacing of topics and looks',
  exploration: 'the exploration share',
  'slot-rules': 'the rules for slots',
  'filter-threshold': 'the thresholds of the policy filter',
  'filter-timeout': 'the timeout of the policy filter',
  'feature-config': 'the configuration of the features',
  'cold-start-prior': 'the prior for short histories',
  'tier-normalisation': 'the normalisation by creator',
  'metric-job': 'the metric job',
  'panel-alignment': 'the alignment of the panels',
  'label-window': 'the label window',
  'training-path': 'the path the training reads',
  'training-schedule': 'the training schedule',
  'negative-sampling': 'the sampling of negatives',
  'label-join': 'the label join',
  balancer: 'the balancer',
  'retry-policy': 'the retry policy of the apps',
  'top-k': 'the search for the best candidates',
  'cache-key': 'the key of the slate cache',
  'onboarding-parser': 'the parser of declared interests',
};

const JOB_WORDS = {
  're-embedding': 're-embedding',
  deletion: 'deletion',
} as const;

export function isEveryone(scope: Scope): boolean {
  return scope.some((c) => Object.keys(c).length === 0);
}

const sourceName = (source: GeneratorId): string => `the source “${SOURCE_WORDS[source]}”`;

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

type Words = {
  readonly [K in InterventionKind]: (spec: Extract<InterventionSpec, { kind: K }>) => string;
};

const WORDS: Words = {
  'freeze-deploys': () => 'freeze deploys',
  'stop-ramp': () => 'stop the ramp',
  'pin-model': ({ version }) => `pin ${version}`,
  'stop-promotion': () => 'stop auto-promotion',
  'pause-arm': () => 'pause the arm',
  'pause-release': ({ build }) => `pause ${build}`,
  'skip-training': () => 'skip the nightly training',
  'stop-job': ({ job }) => `stop the ${JOB_WORDS[job]} job`,
  'suspend-robots': () => 'suspend the robots that read metrics',
  'rollback-model': ({ to, scope }) =>
    `roll back to ${to}${isEveryone(scope) ? '' : ` for ${scopeWords(scope)}`}`,
  'route-cohort': ({ to, scope }) => `route ${scopeWords(scope)} to ${to}`,
  'promote-model': ({ version }) => `promote ${version}`,
  'nonfinite-guard': () => 'guard against scores that are not numbers',
  'kill-generator': ({ generator }) => `switch off ${sourceName(generator)}`,
  'dedupe-events': ({ event, build }) => `drop repeated ${event} events of ${build}`,
  'quarantine-rows': ({ scope }) => `quarantine rows of ${scopeWords(scope)}`,
  retrain: ({ recipe }) =>
    ({
      plain: 'retrain',
      debiased: 'retrain, debiased',
      'random-slice': 'retrain on the random slice',
    })[recipe],
  'exposure-cap': ({ perDay }) => `cap exposure at ${perDay} a day`,
  exploration: ({ share }) => `exploration at ${percent(share)}`,
  diversity: ({ factor, axis }) =>
    axis === undefined ? `diversity × ${factor}` : `spacing by ${axis} × ${factor}`,
  'normalise-popularity': () => 'divide counts by exposure',
  'fix-client': ({ build }) => `fix ${build} in the app`,
  'revert-setting': ({ setting }) => `put back ${SETTING_WORDS[setting]}`,
  'feature-fallback': ({ feature }) => `replace ${FEATURE_WORDS[feature]} by a default`,
  'pin-consumer': ({ surface }) =>
    `pin ${scopeWords([{ surface: [surface] }])} to the embedding it was trained on`,
  'index-alias': ({ source }) => `index of ${sourceName(source)} back to the last full one`,
  'revert-tower': ({ source }) => `query tower of ${sourceName(source)} back a version`,
  'rebuild-index': ({ source }) => `rebuild the index of ${sourceName(source)}`,
  'purge-cache': ({ gradual }) =>
    gradual ? 'purge kept slates little by little' : 'purge kept slates at once',
  'scale-up': ({ pool, factor }) => `scale pool ${pool} × ${factor}`,
  'shed-load': ({ share }) => `shed ${percent(share)} of the load`,
  'retry-budget': () => 'hold the apps to a retry budget',
  'overflow-to-light': () => 'send overflow to the light ranker',
  'replicate-keys': () => 'replicate hot keys',
  'image-provider': () => 'switch the image provider',
  'drain-pool': ({ pool }) => `drain pool ${pool}`,
  recalibrate: ({ head }) => `recalibrate the ${HEAD_WORDS[head]}`,
  'restore-history': ({ honourErasures }) =>
    honourErasures
      ? 'restore erased histories, except where erasure was asked for'
      : 'restore every erased history',
  'cold-start': () => 'cold-start mode for newcomers',
  'fail-closed': () => 'count missing verdicts as violations',
  'filter-off': () => 'switch the policy filter off',
  'spam-rule': ({ breadth }) =>
    breadth === 'narrow'
      ? 'stop counting saves of robots'
      : 'stop counting saves of young accounts',
  'newcomer-floor': ({ logit }) => `floor of ${logit} for newcomers’ ideas`,
  'notification-bar': ({ factor }) => `bar for notifications × ${factor}`,
  'exclusive-arms': ({ rollout, than }) => `take ${rollout} out of the people of ${than}`,
};

export function actWords(spec: InterventionSpec): string {
  // Every kind has words for its own shape; the compiler cannot follow that through an index.
  return (WORDS[spec.kind] as (spec: InterventionSpec) => string)(spec);
}
