/** Incidents with one thing wrong with them, made of sound ones. */
import type { ChartSpec, CompiledScenario } from '../../src/scenario/compiled.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { early } from '../session/early.ts';
import { scenarioById } from '../scenario/library.ts';

export const SOUND = scenarioById('cohort-canary-regression');

/** The same with its page in the first weeks and little time after it: what a page costs is the weeks before. */
export const SOON: CompiledScenario = shortly(early(SOUND));

function shortly(scenario: CompiledScenario): CompiledScenario {
  return { ...scenario, world: { ...scenario.world, horizon: 6 * 60, harmHorizon: 6 * 60 } };
}

export function withChart(change: (chart: ChartSpec) => ChartSpec): CompiledScenario {
  return { ...SOUND, chart: change(SOUND.chart) };
}

type State = ChartSpec['states'][number];

export function withState(id: string, change: (state: State) => State): CompiledScenario {
  return withChart((chart) => ({
    ...chart,
    states: chart.states.map((state) => (state.id === id ? change(state) : state)),
  }));
}

/** A new model that is plainly better, a fault that hardly hurts, and a “remedy” that is to promote the model. */
export const HOLLOW: CompiledScenario = {
  ...SOON,
  faults: [
    {
      id: 'slow',
      kind: 'latency',
      ms: 60,
      onset: SOON.world.pageTick - 30,
      form: { shape: 'step' },
    },
  ],
  references: [
    {
      id: 'promote',
      label: 'Promote v42',
      steps: [{ afterMinutes: 5, act: { kind: 'promote-model', version: 'v42' } }],
    },
  ],
  wrong: [],
};

/** A new model that is worse for everybody: taking it back without a look is all there is to know. */
export const PANIC_WINS: CompiledScenario = {
  ...SOON,
  world: {
    ...SOON.world,
    models: SOON.world.models.map((m) => ({ ...m, lift: 0 })),
  },
  faults: [
    {
      id: 'worse',
      kind: 'score-shift',
      head: 'save',
      logit: -3,
      scope: [{ arm: ['v42'] }],
      onset: SOON.world.pageTick - 30,
      form: { shape: 'step' },
    },
  ],
  references: [
    {
      id: 'back',
      label: 'Back to v41',
      steps: [{ afterMinutes: 20, act: { kind: 'rollback-model', to: 'v41', scope: EVERYONE } }],
    },
  ],
  wrong: [],
};

type Hypothesis = CompiledScenario['hypotheses'][number];

/** With hypotheses of its own beside the truth. */
export function withRivals(rivals: readonly Hypothesis[]): CompiledScenario {
  const truth = SOON.hypotheses.find((h) => h.truth)!;
  // Of the truth, what is wrong is what has moved with the page.
  return { ...SOON, hypotheses: [{ ...truth, faults: SOON.faults, prior: 0.5 }, ...rivals] };
}

export const rival = (id: string, faults: Hypothesis['faults']): Hypothesis => ({
  id,
  label: id,
  truth: false,
  mechanisms: ['other'],
  components: ['nowhere'],
  prior: 0.5,
  tell: 'None that anybody could see.',
  faults,
});
