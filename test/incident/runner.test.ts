import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FACTS, type Facts } from '../../src/incident/facts.ts';
import {
  createIncident,
  openDeadlines,
  refusal,
  type IncidentState,
} from '../../src/incident/runner.ts';
import type { ChartSpec, Condition, MetricCondition } from '../../src/scenario/compiled.ts';

const low: MetricCondition = {
  if: 'metric',
  metric: 'save_rate',
  scope: [{}],
  surface: 'home',
  op: 'below',
  percent: -5,
  forMinutes: 30,
};
const acted: Condition = { if: 'acted', kinds: ['rollback-model'] };

const chart: ChartSpec = {
  initial: 'paged',
  states: [
    {
      id: 'paged',
      final: false,
      entry: [
        { do: 'message', from: 'ines', text: 'What broke?', wants: true },
        { do: 'forbid', commands: ['retrain'], because: 'The training cluster is busy.' },
        { do: 'deadline', id: 'review', label: 'Launch review', inMinutes: 60 },
      ],
      transitions: [
        {
          to: 'spreading',
          when: { if: 'all', of: [low, { if: 'not-acted', kinds: ['rollback-model'] }] },
          effects: [{ do: 'alert', text: 'Still low.' }],
        },
        { to: 'mitigated', when: acted, effects: [{ do: 'allow', commands: ['retrain'] }] },
      ],
    },
    {
      id: 'spreading',
      final: false,
      entry: [],
      transitions: [{ to: 'mitigated', when: acted, effects: [] }],
    },
    {
      id: 'mitigated',
      final: false,
      entry: [],
      transitions: [
        {
          to: 'closed',
          when: { if: 'elapsed', minutes: 20 },
          effects: [{ do: 'close', because: 'Quiet again.' }],
        },
      ],
    },
    { id: 'closed', final: true, entry: [], transitions: [] },
  ],
};

const incident = createIncident(chart);
const never = (): boolean => false;
const always = (): boolean => true;

describe('an incident', () => {
  it('starts in the initial state and hands its entry effects out in order', () => {
    const { state, effects, legality } = incident.start(100);
    expect(state.state).toBe('paged');
    expect(state.response).toBe('paged');
    expect(effects.map((effect) => effect.do)).toEqual(['message', 'forbid', 'deadline']);
    expect(refusal(legality, 'retrain')).toBe('The training cluster is busy.');
    expect(refusal(legality, 'pin-model')).toBeNull();
    expect(openDeadlines(state)).toEqual([{ id: 'review', label: 'Launch review', atTick: 160 }]);
  });

  it('takes a metric bound only after it has held without a break', () => {
    let { state } = incident.start(0);
    for (const [tick, read] of [
      [10, always],
      [30, always],
      [35, never],
      [50, always],
      [70, always],
    ] as const) {
      const step = incident.advance(state, { tick, read, facts: NO_FACTS });
      ({ state } = step);
      expect(step.effects).toEqual([]);
    }
    const step = incident.advance(state, { tick: 80, read: always, facts: NO_FACTS });
    expect(step.state.state).toBe('spreading');
    expect(step.effects).toEqual([{ do: 'alert', text: 'Still low.' }]);
  });

  it('counts elapsed time from the entry of the state', () => {
    const facts: Facts = { ...NO_FACTS, acted: ['rollback-model'] };
    let { state } = incident.start(0);
    ({ state } = incident.advance(state, { tick: 50, read: never, facts }));
    expect(state.state).toBe('mitigated');
    ({ state } = incident.advance(state, { tick: 69, read: never, facts }));
    expect(state.state).toBe('mitigated');
    const last = incident.advance(state, { tick: 70, read: never, facts });
    expect(last.state.state).toBe('closed');
    expect(last.legality.over).toBe(true);
    expect(refusal(last.legality, 'look')).toBe('The case is closed.');
  });

  it('allows again what it forbade', () => {
    const { state } = incident.start(0);
    const facts: Facts = { ...NO_FACTS, acted: ['rollback-model'] };
    const { legality } = incident.advance(state, { tick: 5, read: never, facts });
    expect(refusal(legality, 'retrain')).toBeNull();
  });

  it('follows what the player has done, and goes back when it is undone', () => {
    let { state } = incident.start(0);
    const seen: string[] = [];
    const observe = (facts: Partial<Facts>): void => {
      ({ state } = incident.advance(state, {
        tick: state.context.tick + 1,
        read: never,
        facts: { ...NO_FACTS, ...facts },
      }));
      seen.push(state.response);
    };
    observe({});
    observe({ looked: ['lens'] });
    observe({ looked: ['lens'], declared: true });
    observe({ declared: true, acted: ['pin-model'], underWay: true });
    observe({ declared: true, acted: ['pin-model'] });
    observe({ declared: true });
    observe({ declared: true, acted: ['pin-model'] });
    observe({ declared: true, acted: ['pin-model'], said: true, reported: true });
    observe({ acted: ['pin-model', 'retrain'], underWay: true, said: true });
    observe({ closed: true });
    expect(seen).toEqual([
      'paged',
      'scoping',
      'reasoning',
      'acting',
      'verifying',
      'reasoning',
      'verifying',
      'explaining',
      'acting',
      'closed',
    ]);
  });
});

const factsArbitrary: fc.Arbitrary<Facts> = fc.record({
  acted: fc.subarray(['rollback-model', 'retrain', 'pin-model'] as const),
  underWay: fc.boolean(),
  looked: fc.subarray(['lens', 'experiments']),
  declared: fc.boolean(),
  reasoned: fc.boolean(),
  said: fc.boolean(),
  reported: fc.boolean(),
  closed: fc.boolean(),
});
const observations = fc.array(
  fc.record({ after: fc.integer({ min: 1, max: 40 }), low: fc.boolean(), facts: factsArbitrary }),
  { maxLength: 30 },
);

type Played = readonly { after: number; low: boolean; facts: Facts }[];

function play(from: IncidentState, events: Played): { state: IncidentState; effects: unknown[] } {
  let state = from;
  const effects: unknown[] = [];
  for (const { after, low: isLow, facts } of events) {
    const step = incident.advance(state, {
      tick: state.context.tick + after,
      read: () => isLow,
      facts,
    });
    ({ state } = step);
    effects.push(...step.effects);
  }
  return { state, effects };
}

describe('fork and replay', () => {
  it('fork at t, cloned through JSON, equals a replay to t and on', () => {
    fc.assert(
      fc.property(observations, fc.nat(30), (events, at) => {
        const { state: start } = incident.start(0);
        const straight = play(start, events);
        const before = play(start, events.slice(0, at));
        const fork = structuredClone(JSON.parse(JSON.stringify(before.state)) as IncidentState);
        const after = play(fork, events.slice(at));
        expect(after.state).toEqual(straight.state);
        expect([...before.effects, ...after.effects]).toEqual(straight.effects);
      }),
    );
  });

  it('never changes the state it was given', () => {
    fc.assert(
      fc.property(observations, (events) => {
        const { state: start } = incident.start(0);
        const copy = structuredClone(start);
        play(start, events);
        expect(start).toEqual(copy);
      }),
    );
  });
});
