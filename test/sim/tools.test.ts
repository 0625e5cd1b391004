/** Tools of the engineer on call: each finds what its fault does, and is quiet where nothing is wrong. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { Pair } from '../../src/sim/pair.ts';
import type { Parity } from '../../src/sim/telemetry/parity.ts';
import type { Probe } from '../../src/sim/telemetry/probes.ts';
import { sim } from './compiled.ts';
import { oakWith, pairAt, quickPair, step } from './effects/measure.ts';

const { DAY } = sim;
const ONSET = 3 * DAY;
const AT = ONSET + 720;
const QUIET = quickPair('oak', [], ONSET, AT);

const withFault = (fault: Record<string, unknown>, at = AT): Pair => oakWith(fault, ONSET, at);

const probes = (pair: Pair, most = 240): Probe[] =>
  Array.from(pair.panel.person.subarray(0, most), (person) => ({ person, salt: 7 * person }));

describe('the golden set', () => {
  const recall = (pair: Pair, line: number): { now: number; made: number } => {
    const { now, made } = sim.goldenAnswers(pair.live, line, probes(pair));
    const mean = (of: typeof now): number => of.reduce((s, a) => s + a.recall, 0) / of.length;
    return { now: mean(now), made: mean(made) };
  };

  test('is answered as it was where nothing is wrong, better than by chance', () => {
    const sound = recall(QUIET, 0);
    expect(sound.now).toBe(sound.made);
    // Ten of some 66 candidates in a slate of 25: 0.38 by luck alone.
    expect(sound.now).toBeGreaterThan(0.45);
  });

  test('finds the version that forgets, and clears the other', () => {
    const pair = withFault({ kind: 'history-truncation', version: 'v1', keep: 3 });
    const [first, second] = [recall(pair, 0), recall(pair, 1)];
    expect(first.now).toBeLessThan(first.made - 0.03);
    expect(second.now).toBe(second.made);
  });
});

describe('serve-vs-join parity', () => {
  const share = (of: readonly Parity[], input: string, build?: string): number => {
    const mine = of.filter((p) => p.input === input && (build === undefined || p.build === build));
    const values = mine.reduce((s, p) => s + p.values, 0);
    return mine.reduce((s, p) => s + p.differing, 0) / Math.max(1, values);
  };

  test('agrees on nearly everything where nothing is wrong', () => {
    const found = sim.parityOf(QUIET.live, probes(QUIET));
    for (const input of sim.PARITY_INPUTS) expect(share(found, input), input).toBeLessThan(0.05);
    expect(found.some((p) => p.input === sim.LEAKING_INPUT)).toBe(false);
  });

  test('names the input that is served otherwise, and the build it happens on', () => {
    const pair = withFault({
      kind: 'feature',
      feature: 'closeup-rate',
      becomes: 'default',
      value: 0,
      share: 1,
      scope: [{ build: ['ios 1'] }],
    });
    const found = sim.parityOf(pair.live, probes(pair, 500));
    expect(share(found, 'closeup-rate', 'ios 1')).toBeGreaterThan(0.5);
    expect(share(found, 'closeup-rate', 'web')).toBeLessThan(0.05);
    expect(share(found, 'save-rate', 'ios 1')).toBeLessThan(0.05);
  });

  test('sees a history that serving no longer reads', () => {
    const pair = withFault({ kind: 'history-truncation', version: 'v1', keep: 3 });
    expect(share(sim.parityOf(pair.live, probes(pair)), 'topic-share')).toBeGreaterThan(0.2);
  });

  test('sees a count that holds the label once it is joined', () => {
    const pair = withFault({ kind: 'label-leak', version: 'v1' });
    expect(share(sim.parityOf(pair.live, probes(pair)), sim.LEAKING_INPUT)).toBeGreaterThan(0.3);
  });
});

describe('the label-rate diff', () => {
  const SAVE = 1;
  const HIDE = 3;
  const ratio = (
    { before, after }: { before: { rows: number; acts: readonly number[] }; after: typeof before },
    head: number,
  ): { change: number; error: number } => ({
    change: after.acts[head]! / after.rows / (before.acts[head]! / before.rows) - 1,
    error: Math.sqrt(1 / after.acts[head]! + 1 / before.acts[head]!),
  });
  const since = (pair: Pair): NonNullable<ReturnType<typeof sim.diffWindows>> =>
    sim.diffWindows(pair.live, ONSET, sim.EVERYONE)!;

  test('compares the same hours, and finds nothing where there is nothing', () => {
    const diff = since(QUIET);
    expect(diff.windows).toEqual([
      [ONSET - DAY, AT - DAY],
      [ONSET, AT],
    ]);
    for (const head of [0, SAVE, 2, HIDE]) {
      const { change, error } = ratio(diff, head);
      expect(Math.abs(change)).toBeLessThan(3 * error);
    }
    const pair = sim.diffPair(QUIET.live, 'android 1', 'android 2', sim.EVERYONE);
    expect(Math.abs(ratio(pair, SAVE).change)).toBeLessThan(3 * ratio(pair, SAVE).error);
  });

  test('finds the head that a build loses, since when and beside the build before it', () => {
    const pair = withFault({ kind: 'lost-events', event: 'save', build: 'android 2', share: 0.9 });
    const rows = since(pair);
    expect(ratio(rows, SAVE).change).toBeLessThan(-0.1);
    expect(Math.abs(ratio(rows, HIDE).change)).toBeLessThan(3 * ratio(rows, HIDE).error);
    const beside = sim.diffPair(pair.live, 'android 1', 'android 2', sim.EVERYONE);
    expect(ratio(beside, SAVE).change).toBeLessThan(-0.2);
  });

  test('says so where the rows are no longer kept', () => {
    expect(sim.diffWindows(QUIET.live, 10, sim.EVERYONE)).toBeNull();
  });
});

describe('the search for what moved alike', () => {
  const search = (pair: Pair, scope = sim.EVERYONE): ReturnType<typeof sim.searchSimilar> =>
    sim.searchSimilar(sim.observe(pair), 'save_rate', scope, ONSET, {
      from: ONSET - 720,
      to: AT,
      minutes: 60,
    });

  test('has nothing to look for where nothing moved', () => {
    const { target, found } = search(QUIET);
    expect(target.moved).toBe(false);
    expect(found).toEqual([]);
  });

  test('finds the place, the sources that agree, and leaves the rest', () => {
    const pair = withFault({ kind: 'unpainted', share: 0.25, scope: [{ region: ['EU-W'] }] });
    const { target, found, searched } = search(pair, [{ region: ['EU-W'] }]);
    expect(target.moved).toBe(true);
    expect(searched).toBeGreaterThan(200);
    const named = (id: string, key: string): (typeof found)[number] | undefined =>
      found.find((m) => m.id === id && m.key === key);
    expect(named('server_saves', 'EU-W')!.likeness).toBeGreaterThan(0.8);
    expect(named('closeup_rate', 'EU-W')!.deviation).toBeLessThan(-15);
    const strong = found.filter((m) => Math.abs(m.likeness) > 0.8);
    expect(strong.filter((m) => m.by === 'region' && m.key !== 'EU-W')).toEqual([]);
    expect(strong.some((m) => m.id === 'p99_ms')).toBe(false);
  });
});

describe('the search among exposures', () => {
  const setup = {
    experiments: [
      {
        id: 'A',
        layer: 'one',
        arms: [
          { id: 'off', share: 0.4 },
          { id: 'on', share: 0.4 },
        ],
        fromTick: 0,
      },
      {
        id: 'B',
        layer: 'two',
        arms: [
          { id: 'off', share: 0.4 },
          { id: 'on', share: 0.4 },
        ],
        fromTick: 0,
      },
    ],
    rollouts: [sim.rollout([{ tick: DAY, share: 0.5 }])],
  };
  const found = (faults: readonly Fault[]): ReturnType<typeof sim.exposures> => {
    const pair = pairAt('oak', faults, AT, setup);
    return sim.exposures(sim.observe(pair), 'save_rate', sim.EVERYONE, AT, 4);
  };
  const distance = (e: ReturnType<typeof found>[number]): number => (e.effect ?? 0) / e.error;

  test('finds none where no arm does anything', () => {
    const all = found([]);
    expect(all.map((e) => e.name)).toEqual(['v2', 'A', 'B']);
    for (const e of all) expect(Math.abs(distance(e)), e.name).toBeLessThan(3);
    expect(all[0]!.share).toBeGreaterThan(0.4);
    expect(all[0]!.share).toBeLessThan(0.6);
  });

  test('names the arm that does it, and clears the others', () => {
    const fault = {
      id: 'f',
      kind: 'unpainted',
      share: 0.2,
      onset: ONSET,
      form: step,
      scope: [{ overlap: sim.overlapsWith(setup.experiments, 'A', 'on') }],
    } as unknown as Fault;
    const [rollout, a, b] = found([fault]);
    expect(distance(a!)).toBeLessThan(-3);
    expect(Math.abs(distance(b!))).toBeLessThan(3);
    expect(Math.abs(distance(rollout!))).toBeLessThan(3);
  });
});
