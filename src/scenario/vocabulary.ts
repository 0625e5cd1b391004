/**
 * What every condition and effect means to an author, and which of its fields name something. The linter checks the
 * names, the guide prints the meanings; what a kind *does* is `incident/vocabulary.ts`. Both are records over the
 * compiled kinds: a new kind does not compile until both say what it is. Faults and interventions are described field by
 * field in `kinds/`.
 */
import type { Condition, Effect } from './compiled.ts';
import type { FaultKind } from '../sim/faults.ts';
import type { InterventionKind } from '../sim/interventions.ts';
import { entriesOf } from './kinds/document.ts';
import { FAULT_TABLE } from './kinds/faults.ts';
import { ORDER_TABLE } from './kinds/orders.ts';
import type { KindEntry } from './reference.ts';

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
    means:
      'the owner raises a rollout to this share, unless its ramp is stopped; or gives the last arm of an experiment to all who are in it (100 %)',
    refers: { rollout: 'trial' },
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

export const FAULT_ENTRIES: Readonly<Record<FaultKind, KindEntry>> = entriesOf(FAULT_TABLE, {
  scope: 'people',
});

export const INTERVENTION_ENTRIES: Readonly<Record<InterventionKind, KindEntry>> = entriesOf(
  ORDER_TABLE,
  {},
);
