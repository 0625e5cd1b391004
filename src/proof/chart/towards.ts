/** The shortest way through a chart from one state to a way out of another. */
import type { ChartSpec } from '../../scenario/compiled.ts';

/** A way out of a state: its place in the chart. */
export interface Way {
  readonly from: string;
  readonly index: number;
  readonly to: string;
}

export function waysOf(chart: ChartSpec): Way[] {
  return chart.states.flatMap((state) =>
    state.transitions.map(({ to }, index) => ({ from: state.id, index, to })),
  );
}

/** The way to take in `state` to come to `goal` in the fewest steps; undefined where it cannot be come to. */
export function nextTowards(ways: readonly Way[], state: string, goal: Way): Way | undefined {
  if (state === goal.from) return goal;
  // Backwards from the goal, state by state: the first way met that leaves `state` is on a shortest path.
  let front = new Set([goal.from]);
  const seen = new Set(front);
  while (front.size > 0) {
    const into = ways.filter(({ from, to }) => front.has(to) && !seen.has(from));
    const found = into.find(({ from }) => from === state);
    if (found !== undefined) return found;
    front = new Set(into.map(({ from }) => from));
    for (const id of front) seen.add(id);
  }
  return undefined;
}
