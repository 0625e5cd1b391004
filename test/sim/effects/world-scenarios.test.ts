/** Catalogue entries whose fault is one of serving: read off the panel a minute after onset, before anything else follows. */
import { describe, expect, test } from 'vitest';
import type { Fault, FaultMechanism } from '../../../src/sim/faults.ts';
import { TOPICS } from '../../../src/sim/presets.ts';
import { sim } from '../compiled.ts';
import {
  change,
  mean,
  perImpression,
  quickPair,
  report,
  step,
  type Orders,
  type Select,
} from './measure.ts';

const { DAY, V_SAVES, V_CLOSEUPS, V_HIDES, V_ENTROPY, V_REQUESTS, V_IMPRESSIONS } = sim;
const ONSET = 3 * DAY + 1080;
const SEEDS = ['oak', 'elm'];

function at(
  fault: FaultMechanism & Pick<Fault, 'scope'>,
  tick = ONSET + 1,
  orders: Orders = [],
  seeds: readonly string[] = SEEDS,
) {
  const whole = { id: 'f', onset: ONSET, form: step, ...fault } as Fault;
  return seeds.map((seed) => quickPair(seed, [whole], ONSET, tick, orders));
}
type Pair = ReturnType<typeof at>[number];
const of = (pairs: readonly Pair[], value: number, select?: (p: Pair) => Select): number =>
  mean(pairs.map((p) => perImpression(p, value, select?.(p))));
const entropy = (pairs: readonly Pair[], select: (p: Pair) => Select): number =>
  mean(
    pairs.map(
      (p) => (1 + change(p, V_ENTROPY, select(p))) / (1 + change(p, V_REQUESTS, select(p))) - 1,
    ),
  );

describe('an embedding another surface was not trained on', () => {
  const fault = {
    kind: 'feature',
    feature: 'embedding',
    becomes: 'noise',
    value: 1,
    share: 1,
    scope: [{ surface: ['notifications'] }],
  } as const;
  const pairs = at(fault);
  const on: Select = (_, s) => s === 3;

  test('spoils that surface and no other, until it is pinned to the older version', () => {
    const there = mean(pairs.map((p) => change(p, V_SAVES, on)));
    const home = mean(pairs.map((p) => change(p, V_SAVES, (_, s) => s === 0)));
    report('undeclared consumer', { there, home });
    expect(there).toBeLessThan(-0.03);
    expect(Math.abs(home)).toBeLessThan(0.005);
    const pinned = at(fault, ONSET + 30, [
      [ONSET + 2, { kind: 'pin-consumer', surface: 'notifications' }],
    ]);
    expect(Math.abs(mean(pinned.map((p) => change(p, V_SAVES, on))))).toBeLessThan(0.03);
  });
});

describe('histories erased for one in twenty', () => {
  const pairs = at({ kind: 'lost-history', share: 0.05 });

  test('costs the whole little, and those people a lot', () => {
    const global = of(pairs, V_SAVES);
    report('over-deletion', { global });
    expect(global).toBeLessThan(-0.002);
    expect(global).toBeGreaterThan(-0.04);
  });
});

describe('a prior of few pseudo-actions', () => {
  const pairs = at({ kind: 'cold-start-prior', pseudoCounts: 0.5 });
  const short =
    (p: Pair): Select =>
    (i) =>
      p.live.people.historyLength[i]! < 10;
  const long =
    (p: Pair): Select =>
    (i) =>
      p.live.people.historyLength[i]! > 100;

  test('narrows the feed of those with little behind them, and of nobody else', () => {
    report('locked-in newcomers', {
      short: entropy(pairs, short),
      long: entropy(pairs, long),
      saves: of(pairs, V_SAVES, short),
    });
    expect(entropy(pairs, short)).toBeLessThan(-0.003);
    expect(entropy(pairs, short)).toBeLessThan(entropy(pairs, long) - 0.002);
    expect(Math.abs(of(pairs, V_SAVES, long))).toBeLessThan(0.02);
  });
});

describe('a model that keeps pushing a feast that is over', () => {
  const topics = [TOPICS.indexOf('lamps'), TOPICS.indexOf('birthday cakes')];
  const pairs = at({ kind: 'topic-shift', topics, logit: 2.4 });

  test('costs saves, and does so without a word from latency or impressions', () => {
    report('trend hangover', { saves: of(pairs, V_SAVES), hides: of(pairs, V_HIDES) });
    expect(of(pairs, V_SAVES)).toBeLessThan(-0.003);
    expect(of(pairs, V_SAVES)).toBeGreaterThan(-0.25);
    expect(
      Math.abs(mean(pairs.map((p) => change(p, V_IMPRESSIONS, (_, s) => s === 0)))),
    ).toBeLessThan(0.002);
  });
});

describe('likeness given more places', () => {
  const pairs = at({
    kind: 'quota',
    source: 'similar',
    factor: 2.6,
    scope: [{ surface: ['home'] }],
  });
  const home: Select = (_, s) => s === 0;

  test('moves home alone, and topics stay about as mixed', () => {
    const mixed = entropy(pairs, () => home);
    report('look-alike feed', {
      saves: of(pairs, V_SAVES, () => home),
      closeups: of(pairs, V_CLOSEUPS, () => home),
      topics: mixed,
    });
    expect(Math.abs(mixed)).toBeLessThan(0.08);
    expect(Math.abs(of(pairs, V_SAVES, () => (_, s) => s === 2))).toBeLessThan(0.001);
  });
});

describe('one calibration for all regions', () => {
  const pairs = at(
    { kind: 'feature', feature: 'region', becomes: 'default', value: 0, share: 1 },
    ONSET + 1,
    [],
    ['oak', 'elm', 'ash', 'yew'],
  );
  const region =
    (k: number) =>
    (p: Pair): Select =>
    (i) =>
      p.live.people.region[i] === k;

  test('is lost in the luck of one small world: no region moves by more than three per cent, all by less than one', () => {
    const figures = {
      NA: of(pairs, V_SAVES, region(0)),
      JP: of(pairs, V_SAVES, region(6)),
      IN: of(pairs, V_SAVES, region(5)),
    };
    report('one taste for all', figures);
    for (const change of Object.values(figures)) expect(Math.abs(change)).toBeLessThan(0.03);
    expect(of(pairs, V_SAVES)).not.toBe(0);
    expect(Math.abs(of(pairs, V_SAVES))).toBeLessThan(0.01);
  });
});

describe('spacing switched off', () => {
  const pairs = at({ kind: 'diversity', topic: 0, look: 0 });

  test('first gains saves and loses variety', () => {
    const mixed = entropy(pairs, () => (_, s) => s === 0);
    report('diversity off', { saves: of(pairs, V_SAVES), topics: mixed });
    expect(of(pairs, V_SAVES)).toBeGreaterThan(0);
    expect(mixed).toBeLessThan(-0.1);
  });
});
