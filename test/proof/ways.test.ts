/** Somebody is led to every way of a chart in a world that is run: what can be brought about is, and what cannot is not. */
import { describe, expect, it } from 'vitest';
import { transitionsMatter } from '../../src/proof/chart/matters.ts';
import { explore } from '../../src/proof/chart/sound.ts';
import type { ChartSpec, Condition, Effect, MetricCondition } from '../../src/scenario/compiled.ts';
import { session } from '../session/compiled.ts';
import { once } from './once.ts';
import { SOON } from './variants.ts';

const tells = (text: string): Effect[] => [{ do: 'alert', text }];
const way = (to: string, when: Condition): ChartSpec['states'][number]['transitions'][number] => ({
  to,
  when,
  effects: [],
});
const [SCOPE] = SOON.recovery.conditions;
const saves = (op: 'above' | 'below', percent: number): MetricCondition => ({
  if: 'metric',
  metric: 'save_rate',
  scope: SCOPE!.scope,
  surface: 'all',
  op,
  percent,
  forMinutes: 30,
});
const { pageTick, horizon } = SOON.world;

/** All but one of the ways are within anybody's reach; no order of this incident makes people save three times as much. */
const CHART: ChartSpec = {
  initial: 'paged',
  states: [
    {
      id: 'paged',
      final: false,
      entry: [],
      transitions: [
        way('read', { if: 'looked', view: 'lens' }),
        way('routed', { if: 'acted', kinds: ['route-cohort'] }),
        way('marvel', saves('above', 200)),
        way('closed', { if: 'reached', tick: pageTick + horizon }),
      ],
    },
    {
      id: 'read',
      final: false,
      entry: tells('read'),
      transitions: [way('closed', { if: 'closed' })],
    },
    {
      id: 'routed',
      final: false,
      entry: tells('routed'),
      transitions: [
        way('dropped', { if: 'not-acted', kinds: ['route-cohort'] }),
        way('closed', { if: 'reached', tick: pageTick + horizon }),
      ],
    },
    { id: 'dropped', final: true, entry: tells('dropped'), transitions: [] },
    { id: 'marvel', final: true, entry: tells('marvel'), transitions: [] },
    { id: 'closed', final: true, entry: [], transitions: [] },
  ],
};
const INCIDENT = { ...SOON, chart: CHART };
const measured = once(INCIDENT, () => session.measureWays(INCIDENT, ['ash']));

describe('led through its chart', () => {
  it('somebody comes to what orders, looks and time bring about, and to nothing else', () => {
    expect(measured.needs.map(({ way: words }) => words).toSorted()).toEqual([
      'paged › closed (way 4)',
      'paged › read (way 1)',
      'paged › routed (way 2)',
      'read › closed (way 1)',
      'routed › closed (way 2)',
      'routed › dropped (way 1)',
    ]);
    expect(
      measured.needs.every(({ seed, line }) => seed === 'ash' && line.startsWith('led to')),
    ).toBe(true);
  });

  it('what was brought about in no world is named, and the verdict stays open', () => {
    const proof = transitionsMatter(INCIDENT, explore(INCIDENT), measured.needs);
    expect(proof.verdict).toBe('budget exhausted');
    expect(proof.witness).toContain('6 of 7 ways');
    expect(proof.witness).toContain('paged › marvel (way 3)');
  });

  it('the end of the time there is counts once, at whichever state it was come to', () => {
    const but = (...ways: string[]): string =>
      transitionsMatter(
        INCIDENT,
        explore(INCIDENT),
        measured.needs.filter((need) => !ways.includes(need.way)),
      ).witness;
    expect(but('routed › closed (way 2)')).toContain('6 of 7 ways');
    expect(but('routed › closed (way 2)', 'paged › closed (way 4)')).toContain('4 of 7 ways');
    expect(but('routed › dropped (way 1)')).toContain('5 of 7 ways');
  });

  it('in a further world only towards what no other has shown, and in none where all has been', () => {
    const further = session.measureWays(INCIDENT, ['ash', 'birch']);
    expect(further.worlds).toBe(2);
    expect(further.needs.slice(0, measured.needs.length)).toEqual(measured.needs);
    // Of the marvel, which never happens: four tries.
    expect(further.plays - measured.plays).toBe(4);
    const [paged, ...others] = CHART.states;
    const transitions = paged!.transitions.filter(({ to }) => to !== 'marvel');
    const sober = {
      ...INCIDENT,
      chart: { ...CHART, states: [{ ...paged!, transitions }, ...others] },
    };
    expect(session.measureWays(sober, ['ash', 'birch']).worlds).toBe(1);
  });

  it('it is the same play every time', () => {
    expect(session.measureWays(INCIDENT, ['ash'])).toEqual(measured);
  });
});
