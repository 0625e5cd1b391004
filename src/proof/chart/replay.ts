/** A chart played over a course of observations: which ways it took, and all that anybody would notice of it. */
import { createIncident, type Incident, type IncidentStep } from '../../incident/runner.ts';
import type { ChartSpec } from '../../scenario/compiled.ts';
import { inputOf, type Course } from './courses.ts';
import type { Way } from './towards.ts';

export const wayWords = ({ from, index, to }: Way): string => `${from} › ${to} (way ${index + 1})`;

/** States that a debrief asks for by name: to be in them is an outcome, as it is to have come to an end. */
const TOLD: readonly string[] = ['recovered', 'relapsed'];

export interface Replay {
  /** States in the order entered, the initial one first. */
  readonly states: readonly string[];
  /** Observations at which a state was entered, in the same order; −1: the start. */
  readonly at: readonly number[];
  /** What is noticed of each observation: effects, what is forbidden, whether it is over, an outcome. */
  readonly noticed: readonly Notice[];
}

interface Notice {
  readonly effects: string;
  /** What is forbidden, whether it is over, the outcome. */
  readonly now: string;
}

const NONE = JSON.stringify([]);

/** Plays `chart` over the course. `incident` of a chart that is played often may be handed in. */
export function replayChart(
  chart: ChartSpec,
  start: number,
  course: Course,
  incident: Incident = createIncident(chart),
): Replay {
  const outcomes = new Set([...TOLD, ...chart.states.filter((s) => s.final).map((s) => s.id)]);
  const noticedOf = ({ state, effects, legality }: IncidentStep): Notice => {
    const outcome = outcomes.has(state.state) ? state.state : '';
    return {
      effects: JSON.stringify(effects),
      now: JSON.stringify([legality.forbidden, legality.over, outcome]),
    };
  };
  let step = incident.start(start);
  const states = [step.state.state];
  const at = [-1];
  const noticed = [noticedOf(step)];
  course.forEach((observation, i) => {
    if (step.legality.over) return;
    const entered = step.state.context.enteredAt;
    const before = step.state.state;
    step = incident.advance(step.state, inputOf(observation));
    if (step.state.state !== before || step.state.context.enteredAt !== entered) {
      states.push(step.state.state);
      at.push(i);
    }
    noticed.push(noticedOf(step));
  });
  return { states, at, noticed };
}

/** The same chart without one of its ways. */
export function without(chart: ChartSpec, way: Way): ChartSpec {
  return {
    ...chart,
    states: chart.states.map((state) =>
      state.id === way.from
        ? { ...state, transitions: state.transitions.filter((_, i) => i !== way.index) }
        : state,
    ),
  };
}

/** Is the same noticed in both, in the same order? When, to the minute, is not asked: any further step takes a moment. */
export function isNoticedAlike(a: Replay, b: Replay): boolean {
  return storyOf(a).join('\n') === storyOf(b).join('\n');
}

/** Notices of a replay, those left out that bring no effect and change nothing. */
function storyOf({ noticed }: Replay): string[] {
  let stands = '';
  return noticed.flatMap(({ effects, now }) => {
    const isNews = effects !== NONE || now !== stands;
    stands = now;
    return isNews ? [`${effects} ${now}`] : [];
  });
}
