/** Can every state of a chart be entered and left again, and does it take more than the page to win? */
import { NO_FACTS } from '../../incident/facts.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { createIncident } from '../../incident/runner.ts';
import { proven, refuted, type Proof } from '../verdict.ts';
import { coursesOf, type Course } from './courses.ts';
import { replayChart, type Replay } from './replay.ts';

/** Courses a chart is taken through. */
export const COURSES = 200;

export interface Explored {
  readonly courses: readonly Course[];
  readonly replays: readonly Replay[];
}

export function explore({ chart, world }: CompiledScenario): Explored {
  const courses = coursesOf(chart, world.pageTick, COURSES);
  const incident = createIncident(chart);
  return {
    courses,
    replays: courses.map((course) => replayChart(chart, world.pageTick, course, incident)),
  };
}

export function soundChart({ chart, world }: CompiledScenario, { replays }: Explored): Proof {
  const calm = { tick: world.pageTick, facts: NO_FACTS, holding: [] };
  const first = replayChart(chart, world.pageTick, [calm]).states.at(-1)!;
  const isFinal = (id: string): boolean => chart.states.some((s) => s.id === id && s.final);
  if (isFinal(first) || first === 'recovered')
    return refuted(
      'chart',
      `The case stands in \`${first}\` at the page, before anything was shown or done.`,
      `Begin in a state in which something is wrong, and let the way to \`${first}\` ask for it to be mended.`,
    );
  const path = new Map<string, string>();
  const left = new Set<string>();
  for (const { states } of replays)
    states.forEach((state, i) => {
      if (!path.has(state)) path.set(state, states.slice(0, i + 1).join(' › '));
      if (i + 1 < states.length) left.add(state);
    });
  const never = chart.states.find(({ id }) => !path.has(id));
  if (never !== undefined)
    return refuted(
      'chart',
      `No course of events enters \`${never.id}\`: ${replays.length} were tried, led towards every way out.`,
      `Look whether the conditions on the ways to \`${never.id}\` can hold together, and whether an earlier way always comes first; or remove the state.`,
    );
  const stuck = chart.states.find(({ id, final }) => !final && !left.has(id));
  if (stuck !== undefined)
    return refuted(
      'chart',
      `Nothing leads out of \`${stuck.id}\`, entered by ${path.get(stuck.id)}.`,
      `Give \`${stuck.id}\` a way out that time alone opens, such as \`{ if: elapsed, time: 6h }\`.`,
    );
  const longest = [...path.values()].toSorted((a, b) => b.length - a.length)[0]!;
  return proven('chart', `${path.size} states entered and left, the farthest by ${longest}`);
}
