/**
 * The closed word lists a scenario may draw on beside those of the simulator: what a sentence on the board can be
 * made of, which views can be opened, which commands a chart can forbid, which principles a debrief knows.
 */
import { INTERVENTION_PRICES, type InterventionKind } from '../sim/interventions.ts';

/** What may have gone wrong, as the board says it. `nothing` and `other` are answers too. */
export const MECHANISM_WORDS = {
  'history-shortened': 'reads less of people’s history',
  'scores-not-finite': 'produces scores that are not numbers',
  'scores-biased': 'scores some people or ideas too low',
  'events-duplicated': 'reports an event more than once',
  'events-lost': 'loses events',
  'events-late': 'delivers events late',
  'labels-wrong': 'learns from wrong labels',
  'counts-unnormalised': 'counts what was shown as if it were wanted',
  'supply-narrowed': 'offers fewer candidates',
  'variety-lost': 'repeats the same topics',
  'features-stale': 'reads old or default values',
  'versions-disagree': 'mixes versions that do not fit together',
  'assignment-skewed': 'splits an experiment unevenly',
  'latency-raised': 'answers too slowly',
  'render-broken': 'does not draw the tiles',
  'demand-moved': 'people want something else now',
  'spam-risen': 'is fed by fake activity',
  'weights-wrong': 'weighs what people do wrongly',
  'scale-lost': 'scores in the right order on the wrong scale',
  'slates-kept': 'shows the same again for hours',
  'clean-rejected': 'rejects what is clean',
  'unsafe-passed': 'lets through what it should stop',
  'exploration-stopped': 'tries nothing new',
  'data-erased': 'has lost what people had told it',
  'training-stalled': 'no longer learns',
  'training-hasty': 'learns too fast from too little',
  'load-exceeded': 'gets more requests than it can answer',
  'sessions-crash': 'crashes before it can report',
  'arms-mixed': 'mixes what experiments keep apart',
  'comparison-off': 'compares what does not belong together',
  nothing: 'nothing is wrong',
  other: 'something else',
} as const satisfies Record<string, string>;
export type MechanismWord = keyof typeof MECHANISM_WORDS;

/** Where it may have gone wrong. */
export const COMPONENT_WORDS = {
  client: 'the app',
  'event-log': 'the event log',
  aggregator: 'the metric job',
  candidates: 'the candidate generators',
  'popular-generator': 'the popular generator',
  index: 'the index',
  'feature-store': 'the feature store',
  'slate-cache': 'the cache of slates',
  ranker: 'the ranker',
  blending: 'the blending stage',
  policy: 'the policy filter',
  serving: 'the serving fleet',
  images: 'the delivery of images',
  onboarding: 'the sign-up',
  'deletion-job': 'the deletion job',
  dashboards: 'the dashboards',
  training: 'the training job',
  deployer: 'the deployer',
  experiment: 'the experiment',
  world: 'the world outside',
  nowhere: 'nowhere',
} as const satisfies Record<string, string>;
export type ComponentWord = keyof typeof COMPONENT_WORDS;

/** Every view a look can open, and what it shows in a few words. */
export const LOOK_VIEWS = {
  lens: 'people regrouped by at most two dimensions',
  metric: 'a time series of one metric',
  gauge: 'a gauge of machines, data, models or voice over time',
  items: 'a metric of ideas by one or two dimensions',
  lineage: 'which version was trained on which rows, and when',
  probes: 'recall of each candidate source on fixed probes',
  sources: 'client-logged saves beside server-side writes',
  funnel: 'candidates, ranked, shown and saved, stage by stage',
  features: 'distribution of the inputs a request reads',
  model: 'calibration, score histogram, versions in service',
  training: 'what the next training run will read',
  experiments: 'arms, sample ratio, effect by cohort',
  ecosystem: 'who is shown: concentration, creators, coverage',
  serving: 'latency, errors and fallbacks by stage',
  person: 'the slate served to one person, now and before',
  changes: 'everything that changed lately',
  tickets: 'what people write to support',
  runbook: 'a page of the runbook',
  differs: 'segments ranked by their part in a deviation',
} as const satisfies Record<string, string>;
export type LookViewName = keyof typeof LOOK_VIEWS;

/** Commands other than interventions that a chart can forbid and allow. */
export const PLAIN_COMMANDS = [
  'look',
  'declare',
  'hypothesise',
  'suspect',
  'confidence',
  'link',
  'strike',
  'pin',
  'test',
  'undo',
  'ask',
  'say',
  'wait',
  'next-day',
  'close',
] as const;

export const INTERVENTION_KINDS = Object.keys(INTERVENTION_PRICES) as readonly InterventionKind[];

/** A name legality is decided by: an intervention kind, or the kind of any other command. */
export type CommandName = (typeof PLAIN_COMMANDS)[number] | InterventionKind;
export const COMMAND_NAMES: readonly CommandName[] = [...PLAIN_COMMANDS, ...INTERVENTION_KINDS];

/** P01 to P31. */
export const PRINCIPLE_IDS: readonly string[] = Array.from(
  { length: 31 },
  (_, i) => `P${String(i + 1).padStart(2, '0')}`,
);

export const CHANGE_KINDS = [
  'code',
  'config',
  'model',
  'data',
  'index',
  'experiment',
  'client',
  'third party',
  'calendar',
] as const;
