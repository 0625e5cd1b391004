/** Two incidents in the small world, one on each clock, and a few moves in them. */
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from './compiled.ts';
import { early } from './early.ts';
import { warmPage } from './warmPage.ts';

const small = (id: string): CompiledScenario => {
  const scenario = scenarioById(id);
  return { ...scenario, world: { ...scenario.world, preset: 'check' } };
};

export const FAST = small('cohort-canary-regression');
const SLOW = small('runaway-popular');
/** The same two for tests of what a run is, whatever its world. */
export const EARLY_FAST = early(FAST);
export const EARLY_SLOW = early(SLOW);
export const SEED = 'ash';

const pages = new Map<CompiledScenario, Run>();

/** A fresh run at its page; the warm-up is shared, within a file and by all files that run the same code. */
export function atPage(scenario: CompiledScenario = FAST): Run {
  let page = pages.get(scenario);
  if (page === undefined) {
    page = warmPage(scenario, SEED);
    pages.set(scenario, page);
  }
  return session.forkRun(page);
}

/** Members of a thin panel. */
const FEW = 200;
const thinned = new Map<CompiledScenario, Run>();

/**
 * The same with a panel of few people. Every order and every wait costs epochs of the panel; tests that judge none of
 * its numbers need no more of it than that it is there.
 */
export function atThinPage(scenario: CompiledScenario = EARLY_FAST): Run {
  let page = thinned.get(scenario);
  if (page === undefined) {
    const whole = atPage(scenario);
    const panel = session.drawPanel(whole.pair.live, FEW);
    const pair = { ...whole.pair, panel, epochs: [] };
    session.measure(pair);
    page = session.restoreRun(session.snapshotOf({ ...whole, pair }));
    thinned.set(scenario, page);
  }
  return session.forkRun(page);
}

const HURT = [{ activity: ['core'], arm: ['v42'] }];

/** One way to play the fast one: looks, a radius, a test, two orders, a note, waiting with a trigger. */
export const PLAYED: readonly Command[] = [
  {
    kind: 'look',
    look: { view: 'lens', metric: 'save_rate', by: ['activity', 'arm'], surface: 'all' },
  },
  { kind: 'look', look: { view: 'changes' } },
  {
    kind: 'declare',
    radius: {
      reading: HURT,
      hurtNow: HURT,
      hurtLater: [],
      witness: [{ activity: ['core'], arm: ['v41'] }],
      sinceTick: null,
      severity: 'high',
    },
  },
  { kind: 'suspect', suspect: 's-ranker', confidence: 60 },
  { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } },
  { kind: 'test', test: { test: 'replay', swap: 'history', to: '500', scope: HURT } },
  { kind: 'ask', who: 'tomas', about: 'ramp' },
  { kind: 'act', act: { kind: 'route-cohort', to: 'v41', scope: HURT } },
  { kind: 'wait', minutes: 45 },
  {
    kind: 'say',
    note: {
      audience: 'team',
      claims: [{ offer: 'who', register: 'plain' }],
      nextUpdateMinutes: 30,
    },
  },
];

export function played(commands: readonly Command[] = PLAYED, run: Run = atPage()): Run {
  for (const command of commands) session.dispatch(run, command);
  return run;
}
