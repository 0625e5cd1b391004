/** The shipped charts, walked: every state can be reached and, where it is not final, left. */
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { buildIncidentMachine, conditionHolds, type Observe } from '../../src/incident/chart.ts';
import { NO_FACTS, type Facts } from '../../src/incident/facts.ts';
import { createIncident } from '../../src/incident/runner.ts';
import { conditionKey } from '../../src/incident/streaks.ts';
import { metricsIn } from '../../src/incident/vocabulary.ts';
import type { ChartSpec, Condition, MetricCondition } from '../../src/scenario/compiled.ts';
import type { InterventionKind } from '../../src/sim/interventions.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';

const HOUR = 60;

function conditionsOf(chart: ChartSpec): readonly Condition[] {
  return chart.states.flatMap(({ transitions }) => transitions.map(({ when }) => when));
}

function kindsIn(condition: Condition): readonly InterventionKind[] {
  if (condition.if === 'acted' || condition.if === 'not-acted') return condition.kinds;
  return condition.if === 'all' || condition.if === 'any' ? condition.of.flatMap(kindsIn) : [];
}

/** Bounds that can hold at once: everything is low, well, or high; or nothing has held for long enough. */
function readings(bounds: readonly MetricCondition[]): readonly (readonly MetricCondition[])[] {
  const held = [-60, -10, -3.5, -0.5, 70, 130, 300].map((deviation) =>
    bounds.filter(({ op, percent }) =>
      op === 'below' ? deviation < percent : deviation > percent,
    ),
  );
  return [...held, []];
}

/** Long enough for any bound: two that wait differently for the same figure have one streak. */
function streaksOf(bounds: readonly MetricCondition[], at: number): Record<string, number> {
  const longest = Math.max(0, ...bounds.map(({ forMinutes }) => forMinutes));
  return Object.fromEntries(bounds.map((bound) => [conditionKey(bound), at - longest]));
}

function walk(chart: ChartSpec, pageTick: number, horizon: number) {
  const machine = buildIncidentMachine(chart);
  const all = conditionsOf(chart);
  const kinds = [...new Set(all.flatMap(kindsIn))];
  const facts: readonly Facts[] = [
    NO_FACTS,
    ...kinds.map((kind): Facts => ({
      ...NO_FACTS,
      looked: ['lens'],
      declared: true,
      acted: [kind],
    })),
    { ...NO_FACTS, closed: true },
  ];
  const shown = readings(all.flatMap(metricsIn));
  // Coarse time: the next observation, or a jump of six hours, never past the horizon and a little.
  const steps = [HOUR, 6 * HOUR, horizon];
  const events = (tick: number): Observe[] =>
    steps.flatMap((step) =>
      facts.flatMap((known) =>
        shown.map((bounds): Observe => {
          const at = Math.min(tick + step, pageTick + horizon + HOUR);
          return { type: 'observe', tick: at, facts: known, streaks: streaksOf(bounds, at) };
        }),
      ),
    );
  return getShortestPaths(machine, {
    input: { tick: pageTick },
    events: (state) => events(state.context.tick),
    // What came before does not matter for where one can go; the clock does, coarsely.
    serializeState: (state) => {
      const value = state.value as unknown as { incident: string };
      return JSON.stringify([
        value.incident,
        Math.floor((state.context.tick - pageTick) / (12 * HOUR)),
      ]);
    },
    stopWhen: (state) => (state.value as unknown as { incident: string }).incident === 'closed',
    limit: 20_000,
  });
}

describe.each(SCENARIO_IDS)('the chart of %s', (id) => {
  const { chart, world } = scenarioById(id);
  const paths = walk(chart, world.pageTick, world.horizon);
  const stateOf = (path: (typeof paths)[number]): string =>
    (path.state.value as unknown as { incident: string }).incident;

  it('is walked at all', () => {
    expect(paths.length).toBeGreaterThan(chart.states.length);
  });

  it('reaches every state', () => {
    const reached = new Set(paths.map(stateOf));
    expect(
      chart.states.map(({ id: state }) => state).filter((state) => !reached.has(state)),
    ).toEqual([]);
  });

  it('can take every way out of every state, past those listed before it', () => {
    const closed: Facts = { ...NO_FACTS, closed: true };
    const kinds = [...new Set(conditionsOf(chart).flatMap(kindsIn))];
    const facts = [
      NO_FACTS,
      closed,
      ...kinds.map((kind): Facts => ({ ...NO_FACTS, acted: [kind] })),
    ];
    const shown = readings(conditionsOf(chart).flatMap(metricsIn));
    const untaken = chart.states.flatMap(({ id: state, transitions }) => {
      const contexts = paths
        .filter((path) => stateOf(path) === state)
        .map((path) => path.state.context);
      const taken = new Set<number>();
      for (const context of contexts) {
        for (const step of [1, 6 * HOUR, world.horizon, 2 * world.horizon]) {
          for (const known of facts) {
            for (const bounds of shown) {
              const tick = context.tick + step;
              const streaks = streaksOf(bounds, tick);
              const event: Observe = { type: 'observe', tick, facts: known, streaks };
              taken.add(transitions.findIndex(({ when }) => conditionHolds(context, event, when)));
            }
          }
        }
      }
      return transitions.flatMap(({ to }, index) => (taken.has(index) ? [] : [`${state} → ${to}`]));
    });
    expect(untaken).toEqual([]);
  });

  it('closes from the worst that can happen: nothing done, nothing said', () => {
    const incident = createIncident(chart);
    let step = incident.start(world.pageTick);
    const states = [step.state.state];
    for (let minute = 15; minute <= world.horizon + 15 && !step.legality.over; minute += 15) {
      step = incident.advance(step.state, {
        tick: world.pageTick + minute,
        read: ({ op }) => op === 'below',
        facts: NO_FACTS,
      });
      if (states.at(-1) !== step.state.state) states.push(step.state.state);
    }
    expect(states.length).toBeGreaterThan(1);
    expect(step.legality.over).toBe(true);
  });

  it('closes at once wherever the player closes it', () => {
    const incident = createIncident(chart);
    for (const path of paths) {
      const state = {
        state: stateOf(path),
        response: 'paged' as const,
        context: path.state.context,
      };
      if (state.state === 'closed') continue;
      const { legality, state: after } = incident.advance(state, {
        tick: state.context.tick + 1,
        read: () => false,
        facts: { ...NO_FACTS, closed: true },
      });
      expect(after.state).toBe('closed');
      expect(legality.over).toBe(true);
    }
  });

  it('says something whenever it moves on without being closed', () => {
    for (const { id: state, final, entry } of chart.states) {
      if (!final) expect(entry.length, state).toBeGreaterThan(0);
    }
  });
});
