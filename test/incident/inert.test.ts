/** Steps on an actor that never runs, against XState's own, which makes an actor for each. */
import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { buildIncidentMachine } from '../../src/incident/chart.ts';
import { stepsOf } from '../../src/incident/inert.ts';
import { nextStreaks } from '../../src/incident/streaks.ts';
import { metricsIn } from '../../src/incident/vocabulary.ts';
import { coursesOf, inputOf } from '../../src/proof/chart/courses.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';

/** What a step comes to: where it leads, what it knows, what is to be done. */
const told = ([{ value, context, status }, actions]: readonly [
  { readonly value: unknown; readonly context: unknown; readonly status: string },
  readonly { readonly type: string; readonly params: unknown }[],
]) => ({ value, context, status, actions: actions.map(({ type, params }) => ({ type, params })) });

test.each(SCENARIO_IDS)('%s', (id) => {
  const { chart, world } = scenarioById(id);
  const machine = buildIncidentMachine(chart);
  const steps = stepsOf(machine);
  let ways = 0;
  for (const course of coursesOf(chart, world.pageTick, 6)) {
    let ours = steps.initial(world.pageTick);
    let theirs = initialTransition(machine, { tick: world.pageTick });
    expect(told(ours)).toEqual(told(theirs));
    for (const observation of course) {
      const { tick, facts, read } = inputOf(observation);
      const state = chart.states.find((s) => s.id === theirs[0].value.incident)!;
      const watched = state.transitions.flatMap(({ when }) => metricsIn(when));
      const streaks = nextStreaks(theirs[0].context.streaks, watched, tick, read);
      const event = { type: 'observe' as const, tick, facts, streaks };
      const before = theirs[0].value.incident;
      ours = steps.next(ours[0], event);
      theirs = transition(machine, theirs[0], event);
      expect(told(ours)).toEqual(told(theirs));
      if (theirs[0].value.incident !== before) ways++;
    }
  }
  // They went somewhere, or nothing was compared.
  expect(ways).toBeGreaterThan(0);
});
