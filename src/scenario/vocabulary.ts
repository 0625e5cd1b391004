/**
 * What every condition and effect means to an author, and which of its fields name something. The linter checks the
 * names, the guide prints the meanings; what a kind *does* is `incident/vocabulary.ts`. Both are records over the
 * compiled kinds: a new kind does not compile until both say what it is.
 */
import type { Condition, Effect } from './compiled.ts';
import type { FaultKind } from '../sim/faults.ts';
import type { InterventionKind } from '../sim/interventions.ts';

/** What a field of a document may refer to. */
export type Reference =
  | 'model'
  | 'build'
  | 'rollout'
  | 'cast'
  | 'fault'
  | 'hypothesis'
  | 'state'
  | 'command'
  | 'intervention'
  | 'view'
  | 'principle'
  | 'mechanism'
  | 'component'
  | 'scope'
  /** Checked by the schema already; named here so that the guide can print it. */
  | 'metric';

export interface KindEntry {
  readonly means: string;
  /** Fields (of the document) that name something. */
  readonly refers: Readonly<Record<string, Reference>>;
}

export const CONDITION_ENTRIES: Readonly<Record<Condition['if'], KindEntry>> = {
  elapsed: { means: 'this long has passed since the state was entered', refers: {} },
  reached: { means: 'the moment has come', refers: {} },
  metric: {
    means:
      'a shown metric deviates from its baseline by more than the bound, without a break for the time given',
    refers: { metric: 'metric', scope: 'scope' },
  },
  acted: {
    means: 'one of these interventions has been ordered and not undone',
    refers: { kinds: 'intervention' },
  },
  'not-acted': { means: 'none of these interventions stands', refers: { kinds: 'intervention' } },
  looked: { means: 'the view has been opened', refers: { view: 'view' } },
  declared: { means: 'a blast radius has been declared', refers: {} },
  said: { means: 'a status note has been sent', refers: {} },
  closed: { means: 'the player has closed the case', refers: {} },
  all: { means: 'every one of the conditions holds', refers: {} },
  any: { means: 'at least one of the conditions holds', refers: {} },
};

export interface EffectEntry extends KindEntry {
  /** Changes the simulated world, rather than what people say or may do. */
  readonly touchesWorld: boolean;
}

export const EFFECT_ENTRIES: Readonly<Record<Effect['do'], EffectEntry>> = {
  alert: { means: 'the pager rings again', refers: {}, touchesWorld: false },
  message: { means: 'somebody in the cast writes', refers: { from: 'cast' }, touchesWorld: false },
  deadline: {
    means: 'something falls due, and the time axis shows it',
    refers: {},
    touchesWorld: false,
  },
  'arm-promotion': {
    means:
      'the deployer will promote a newly trained snapshot of this version unless pinned or stopped',
    refers: { version: 'model' },
    touchesWorld: true,
  },
  ramp: {
    means: 'the owner raises a rollout to this share, unless its ramp is stopped',
    refers: { rollout: 'rollout' },
    touchesWorld: true,
  },
  allow: {
    means: 'the commands are possible again',
    refers: { commands: 'command' },
    touchesWorld: false,
  },
  forbid: {
    means: 'the commands are not possible, and why',
    refers: { commands: 'command' },
    touchesWorld: false,
  },
  worsen: {
    means: 'a fault grows by this factor, of itself',
    refers: { fault: 'fault' },
    touchesWorld: true,
  },
  close: { means: 'the case closes by itself', refers: {}, touchesWorld: false },
};

export const FAULT_ENTRIES: Readonly<Record<FaultKind, KindEntry>> = {
  'history-truncation': {
    means: 'a ranker version reads only the latest actions of a person’s history',
    refers: { version: 'model', scope: 'scope' },
  },
  'non-finite-scores': {
    means: 'a head of a ranker version returns no number for people with long histories',
    refers: { version: 'model', scope: 'scope' },
  },
  'duplicate-events': {
    means: 'a build reports an event more than once',
    refers: { build: 'build', scope: 'scope' },
  },
  'lost-events': {
    means: 'a build loses a share of an event',
    refers: { build: 'build', scope: 'scope' },
  },
  'unnormalised-popularity': {
    means: 'counts are not divided by exposure, and the popular generator draws by them',
    refers: { scope: 'scope' },
  },
};

export const INTERVENTION_ENTRIES: Readonly<Record<InterventionKind, KindEntry>> = {
  'freeze-deploys': { means: 'no deployment until lifted', refers: {} },
  'stop-ramp': { means: 'a rollout keeps its share', refers: { rollout: 'rollout' } },
  'pin-model': {
    means: 'a version stays in service; nothing replaces it',
    refers: { version: 'model' },
  },
  'stop-promotion': { means: 'new snapshots are trained but not taken into service', refers: {} },
  'pause-arm': {
    means: 'everybody gets the old version of a rollout',
    refers: { rollout: 'rollout' },
  },
  'pause-release': {
    means: 'an app build stops spreading; existing installs stay',
    refers: { build: 'build' },
  },
  'skip-training': { means: 'the next daily training does not run', refers: {} },
  'rollback-model': {
    means: 'back to an older version, for a scope or for everyone',
    refers: { to: 'model', scope: 'scope' },
  },
  'route-cohort': {
    means: 'a scope is served by another version',
    refers: { to: 'model', scope: 'scope' },
  },
  'promote-model': { means: 'a version goes to everyone', refers: { version: 'model' } },
  'nonfinite-guard': { means: 'scores that are not numbers are replaced at serving', refers: {} },
  'kill-generator': { means: 'a candidate generator is switched off', refers: {} },
  'dedupe-events': {
    means: 'surplus events of a build are dropped on arrival',
    refers: { build: 'build' },
  },
  'quarantine-rows': {
    means: 'rows of a scope are left out of training',
    refers: { scope: 'scope' },
  },
  retrain: {
    means: 'the ranker is trained now: plain, debiased, or on the random slice',
    refers: {},
  },
  'exposure-cap': { means: 'no idea is shown more often than this a day', refers: {} },
  exploration: { means: 'this share of slots goes to the exploration pool', refers: {} },
  diversity: { means: 'the diversity weight of blending is multiplied', refers: {} },
  'normalise-popularity': { means: 'counts are divided by exposure', refers: {} },
  'fix-client': {
    means: 'a hotfix of an app build is made and released',
    refers: { build: 'build' },
  },
};
