/** Somebody who has looked at all that a chart asks about, and declared, reasoned and said something. */
import type { Facts } from '../../incident/facts.ts';
import { flat, type Course } from './courses.ts';
import type { ChartSpec } from '../../scenario/compiled.ts';

/** These take nothing from the world, so they need not be run. */
export function toldOf(chart: ChartSpec): (facts: Facts) => Facts {
  const views = chart.states.flatMap(({ transitions }) =>
    transitions.flatMap(({ when }) =>
      flat(when).flatMap((c) => (c.if === 'looked' ? [c.view] : [])),
    ),
  );
  return (facts) => ({
    ...facts,
    looked: [...new Set([...facts.looked, ...views])],
    declared: true,
    said: true,
    reasoned: true,
    reported: true,
  });
}

/** The course closed at one of its observations. */
export function closedAt(course: Course, at: number): Course {
  const last = course[at]!;
  return [...course.slice(0, at), { ...last, facts: { ...last.facts, closed: true } }];
}
