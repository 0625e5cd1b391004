/** Preventions tried out: when a rule rings, what it spares, how often it rings for nothing. */
import { describe, expect, test } from 'vitest';
import type { CompiledScenario, PreventionSpec } from '../../src/scenario/compiled.ts';
import { preventionViewOf, untriedOf } from '../../src/scoring/preventionView.ts';
import { scenarioById } from '../scenario/library.ts';
import { atThinPage } from '../session/cases.ts';
import { validation } from '../validation/compiled.ts';

const { idleRings, triable, tryOut } = validation;

/** A minute-by-minute case whose fault is as old as its page is young. */
const scenario = scenarioById('utc-midnight-cliff');
const rule = {
  metric: 'save_rate',
  scope: [{}],
  surface: 'all',
  op: 'below',
  percent: -6,
} as const;

const withRule = (alert: PreventionSpec['alert']): CompiledScenario => ({
  ...scenario,
  postmortem: {
    ...scenario.postmortem,
    preventions: [{ id: 'p', label: 'A rule', helps: true, alert }],
  },
});

describe('a rule in the world of the case', () => {
  test('rings between the fault and the page; a machine that takes a good ranker back costs', () => {
    const back = { kind: 'rollback-model', to: 'v87', scope: [{}] } as const;
    const acting = tryOut(
      withRule({ rule: { ...rule, minutes: 20 }, acts: [back] }),
      'seed-1',
      'p',
    );
    expect(acting.early).toBeGreaterThan(0);
    expect(acting.early).toBeLessThanOrEqual(24);
    expect(acting.harm!.with).toBeGreaterThan(acting.harm!.without);
  });

  test('one no reading passes does not ring', () => {
    const deaf = { rule: { ...rule, percent: -80, minutes: 20 }, acts: [] };
    expect(tryOut(withRule(deaf), 'seed-1', 'p')).toEqual({ early: null, harm: null });
  });

  test('what is no rule cannot be tried', () => {
    expect(triable(withRule(null))).toEqual([]);
    expect(() => tryOut(withRule(null), 'seed-1', 'p')).toThrow(RangeError);
  });
});

test('where nothing is wrong a tight rule rings, a wide one does not', () => {
  const [item] = withRule({ rule: { ...rule, percent: -1, minutes: 60 }, acts: [] }).postmortem
    .preventions;
  const wide = { rule: { ...rule, percent: -8, minutes: 60 }, acts: [] };
  const both: CompiledScenario = {
    ...scenario,
    postmortem: {
      ...scenario.postmortem,
      preventions: [item!, { ...item!, id: 'wide', alert: wide }],
    },
  };
  const { rings } = idleRings(both, 'idle-1');
  expect(rings['p']).toBeGreaterThan(3);
  expect(rings['wide']).toBe(0);
});

describe('on the board', () => {
  const run = atThinPage();
  const of = { ...run, scenario: withRule({ rule: { ...rule, minutes: 20 }, acts: [] }) };
  const idle = [
    { days: 14, rings: { p: 1 } },
    { days: 14, rings: { p: 2 } },
  ];
  const came = (early: number | null, harm: { with: number; without: number } | null): string =>
    preventionViewOf(of, new Map([['p', { early, harm }]]), idle)[0]!.came;

  test('it says how early, what it spares, and what it does not', () => {
    expect(came(90, { with: 0.1, without: 0.4 })).toBe(
      'It rings 90 min before this page did, and the author’s best line from there spares 300 thousand of 400 thousand saves lost.',
    );
    expect(came(1500, { with: 3, without: 1.5 })).toMatch(/25 hours before .* costs 1\.5 million/);
    expect(came(60, { with: 0.4, without: 0.401 })).toMatch(/changes little/);
    expect(came(null, null)).toMatch(/does not ring/);
  });

  test('rings for nothing are counted over all worlds', () => {
    const [view] = preventionViewOf(of, new Map([['p', { early: null, harm: null }]]), idle);
    expect(view!.idle).toBe('Rang 3 times over 28 days in which nothing was wrong.');
  });

  test('what is no rule has the author’s judgement only', () => {
    const [view] = preventionViewOf({ ...run, scenario: withRule(null) }, new Map(), []);
    expect(view).toMatchObject({ idle: null, came: expect.stringMatching(/would have helped/) });
    // Where that is so of all, nobody is offered to try them.
    expect(untriedOf({ ...run, scenario: withRule(null) })).toEqual([view]);
    expect(untriedOf(of)).toBeNull();
  });
});
