/** What the four faults do: to whom, when, and to whom not. Paired differences on the same draws. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { Pair } from '../../src/sim/pair.ts';
import type { WorldSetup } from '../../src/sim/setup.ts';
import { sim } from './compiled.ts';

const { createPair, advancePair, spec, rollout, DAY, VALUE_COUNT, SURFACE_COUNT } = sim;
const { V_SAVES, V_IMPRESSIONS, V_NONFINITE, V_PREDICTED, V_REQUESTS } = sim;

const ONSET = 2 * DAY + 720;
/** Only the newest epoch of a pair is looked at. */
const RARELY = 1_000 * DAY;
const step = { shape: 'step' } as const;

function pairAfter(
  seed: string,
  tick: number,
  fault: Fault,
  setup: Partial<WorldSetup> = {},
): Pair {
  const pair = createPair(spec(seed, { pageTick: ONSET + DAY, ...setup }, [fault]), RARELY);
  return goOn(pair, tick);
}

function goOn(pair: Pair, tick: number): Pair {
  advancePair(pair, tick);
  sim.measure(pair);
  return pair;
}

/** Σ of a value over the members `select` takes, in the newest epoch. */
function sums(pair: Pair, value: number, select: (person: number) => boolean) {
  const epoch = pair.epochs.at(-1)!;
  let live = 0;
  let twin = 0;
  for (let m = 0; m < pair.panel.person.length; m++) {
    if (!select(pair.panel.person[m]!)) continue;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT + value;
      live += pair.panel.weight[m]! * epoch.live.values[at]!;
      twin += pair.panel.weight[m]! * epoch.twin.values[at]!;
    }
  }
  return { live, twin, change: live / twin - 1 };
}

/** Saves per impression, live against twin. */
function saveRate(pair: Pair, select: (person: number) => boolean): number {
  const saves = sums(pair, V_SAVES, select);
  const shown = sums(pair, V_IMPRESSIONS, select);
  return saves.live / shown.live / (saves.twin / shown.twin) - 1;
}

describe('history cut short in one arm', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'history-truncation',
    version: 'v2',
    keep: 60,
    onset: ONSET,
    form: step,
  };
  const setup = { rollouts: [rollout([{ tick: ONSET - 5, share: 0.5 }])] };
  const pairs = ['oak', 'elm'].map((seed) => pairAfter(seed, ONSET + 1, fault, setup));
  const is =
    (pair: Pair, arm: string, activity?: string) =>
    (person: number): boolean =>
      sim.valueOf(pair.live, 'arm', person, 0, pair.live.tick) === arm &&
      (activity === undefined || sim.valueOf(pair.live, 'activity', person, 0, 0) === activity);

  test.each([0, 1])('core people in the arm save less, seed %d', (k) => {
    expect(saveRate(pairs[k]!, is(pairs[k]!, 'v2', 'core'))).toBeLessThan(-0.03);
  });

  test.each([0, 1])('nobody in control is touched, seed %d', (k) => {
    const pair = pairs[k]!;
    expect(sums(pair, V_SAVES, is(pair, 'v1')).change).toBe(0);
    expect(sums(pair, V_PREDICTED, is(pair, 'v1')).change).toBe(0);
  });

  test('people with short histories are served as before', () => {
    for (const pair of pairs) {
      const short = (person: number): boolean => pair.live.people.historyLength[person]! <= 60;
      expect(sums(pair, V_SAVES, short).change).toBe(0);
    }
  });

  test('a scope narrows it', () => {
    const narrow: Fault = { ...fault, scope: [{ region: ['NA'] }] };
    const pair = pairAfter('oak', ONSET + 1, narrow, setup);
    const inNa = (person: number): boolean =>
      sim.valueOf(pair.live, 'region', person, 0, 0) === 'NA';
    const core = is(pair, 'v2', 'core');
    expect(sums(pair, V_SAVES, (person) => inNa(person) && core(person)).change).toBeLessThan(0);
    expect(sums(pair, V_SAVES, (person) => !inNa(person)).change).toBe(0);
  });
});

describe('scores that are not numbers', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'non-finite-scores',
    version: 'v1',
    head: 'save',
    aboveActions: 250,
    onset: ONSET,
    form: step,
  };
  const pair = pairAfter('oak', ONSET + 1, fault);
  const long = (person: number): boolean => pair.live.people.historyLength[person]! > 250;

  test('befall long histories alone', () => {
    const lost = sums(pair, V_NONFINITE, long);
    expect(lost.live).toBeCloseTo(sums(pair, V_REQUESTS, long).live, 6);
    expect(lost.live).toBeGreaterThan(0);
    expect(lost.twin).toBe(0);
    expect(sums(pair, V_NONFINITE, (p) => !long(p)).live).toBe(0);
  });

  test('cost those people saves and nobody else', () => {
    expect(saveRate(pair, long)).toBeLessThan(-0.08);
    expect(sums(pair, V_SAVES, (p) => !long(p)).change).toBe(0);
  });
});

describe('impressions logged twice by one build', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'duplicate-events',
    event: 'impression',
    build: 'android 1',
    extra: 0.5,
    onset: 2 * DAY,
    form: step,
  };
  const onBuild = (pair: Pair) => (person: number) =>
    sim.valueOf(pair.live, 'build', person, 0, pair.live.tick) === 'android 1';
  const pairs = ['oak', 'elm', 'ash', 'fir'].map((seed) => pairAfter(seed, 3 * DAY - 1, fault));
  const dayOne = pairs.map((pair) => ({
    saves: sums(pair, V_SAVES, onBuild(pair)).change,
    predicted: sums(pair, V_PREDICTED, onBuild(pair)).change,
  }));
  const rows = pairs.map((pair) => {
    const chunk = pair.live.chunks.at(-1)!;
    let twice = 0;
    let all = 0;
    for (let r = 0; r < chunk.length; r++) {
      if (chunk.build[r] !== 0) continue;
      all += chunk.weight[r]!;
      if ((chunk.flags[r]! & sim.FLAG_DUPLICATE) !== 0) twice += chunk.weight[r]!;
    }
    return twice / (all - twice);
  });
  for (const pair of pairs) goOn(pair, 5 * DAY);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, v) => sum + v, 0) / values.length;

  test('the log holds half as many again, on that build', () => {
    for (const extra of rows) expect(Math.abs(extra - 0.5)).toBeLessThan(0.06);
    for (const pair of pairs)
      expect(sim.clientLog(pair.live, 1, 2 * DAY + 5).impressionExtra).toBe(0);
  });

  test('people save as much as before on day one', () => {
    expect(Math.abs(mean(dayOne.map((d) => d.saves)))).toBeLessThan(0.012);
  });

  test('the model learns from it: it states less on that build, and is right on no other', () => {
    const stated = pairs.map((pair) => sums(pair, V_PREDICTED, onBuild(pair)).change);
    expect(mean(stated)).toBeLessThan(mean(dayOne.map((d) => d.predicted)) - 0.05);
    const others = pairs.map((pair) => sums(pair, V_PREDICTED, (p) => !onBuild(pair)(p)).change);
    expect(mean(others)).toBeGreaterThan(mean(stated) + 0.05);
  });

  test('and people there save less after trainings', () => {
    const late = pairs.map((pair) => sums(pair, V_SAVES, onBuild(pair)).change);
    expect(mean(late)).toBeLessThan(mean(dayOne.map((d) => d.saves)));
    expect(mean(late)).toBeLessThan(0);
  });
});

describe('popularity without normalisation', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'unnormalised-popularity',
    exponent: 2,
    quotaFactor: 3,
    onset: 2 * DAY,
    form: step,
  };

  test.each(['oak', 'elm'])('the most shown hundredth takes more and keeps it, seed %s', (seed) => {
    const faulty = sim.worldAt(6 * DAY + 1, seed, {}, [fault]);
    const sound = sim.worldAt(6 * DAY + 1, seed);
    const ratio = (day: number): number =>
      faulty.tallies[day]!.headShare / sound.tallies[day]!.headShare;
    expect(ratio(1)).toBe(1);
    expect(ratio(2)).toBeGreaterThan(1.25);
    expect((ratio(2) + ratio(3) + ratio(4) + ratio(5)) / 4).toBeGreaterThan(1.15);
    for (const day of [2, 3, 4, 5])
      expect(faulty.tallies[day]!.gini).toBeGreaterThan(sound.tallies[day]!.gini);
  });
});
