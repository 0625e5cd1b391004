/** The meter: reported figures may be wrong while people, storage and the training join are not; and robots that read them. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/sim/faults.ts';
import type { MetricId } from '../../../src/sim/metrics.ts';
import type { Pair } from '../../../src/sim/pair.ts';
import type { RobotSpec } from '../../../src/sim/setup.ts';
import { sim } from '../compiled.ts';
import { change, has, pairAt, report, step, wholePair, type Orders } from './measure.ts';

const { DAY, V_SAVES } = sim;
const ONSET = 3 * DAY;
const AT = ONSET + 360;

/** Reported deviation in per cent over the last hours, by group. */
function deviation(pair: Pair, metric: MetricId, scope = sim.EVERYONE, hours = 4): number {
  return sim.readScope(sim.observe(pair), metric, scope, 'all', pair.live.tick, hours)!.deviation;
}

describe('a metric job that drops saves', () => {
  const loss = (id: string, share: number, platform: string): Fault => ({
    id,
    kind: 'aggregator-loss',
    event: 'save',
    share,
    scope: [{ platform: [platform] }],
    onset: ONSET,
    form: step,
  });
  const faults = [loss('a', 0.2, 'android'), loss('i', 0.1, 'ios'), loss('w', 0.08, 'web')];
  const pair = pairAt('oak', faults, AT);

  test('reported saves fall everywhere, worst where batches come late; storage is flat', () => {
    const by = (platform: string): number => deviation(pair, 'saves', [{ platform: [platform] }]);
    const figures = {
      android: by('android'),
      ios: by('ios'),
      server: deviation(pair, 'server_saves'),
    };
    report('aggregator-loss', {
      android: figures.android / 100,
      ios: figures.ios / 100,
      server: figures.server / 100,
    });
    expect(figures.android).toBeLessThan(-14);
    expect(figures.ios).toBeLessThan(-4);
    expect(figures.android).toBeLessThan(figures.ios - 4);
    expect(Math.abs(figures.server)).toBeLessThan(4);
    expect(Math.abs(deviation(pair, 'sessions'))).toBeLessThan(4);
  });

  test('people, counters and training rows are untouched', () => {
    expect(change(pair, V_SAVES)).toBe(0);
    expect(sim.lifeHash(pair.live)).toBe(sim.lifeHash(pair.twin!));
  });

  test('the setting put back, the series is right from then on; a rollback leaves it wrong', () => {
    const orders = (spec: Orders[number][1]): Orders => [[ONSET + 60, spec]];
    const healed = pairAt(
      'oak',
      faults,
      AT,
      {},
      orders({ kind: 'revert-setting', setting: 'metric-job' }),
    );
    const rolled = pairAt(
      'oak',
      faults,
      AT,
      {},
      orders({ kind: 'rollback-model', to: 'v2', scope: [{}] }),
    );
    expect(Math.abs(deviation(healed, 'saves'))).toBeLessThan(4);
    expect(deviation(rolled, 'saves')).toBeLessThan(-8);
  });
});

describe('events of a build that come late', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'late-events',
    build: 'android 1',
    minutes: 120,
    onset: ONSET,
    form: step,
  };
  const pair = pairAt('oak', [fault], AT);
  const only = [{ build: ['android 1'] }];
  const observer = sim.observe(pair);
  const at = (tick: number): number =>
    sim.readScope(observer, 'saves', only, 'all', tick, 1)!.deviation;

  test('the newest hours are short, and fill up', () => {
    expect(at(AT)).toBeLessThan(-50);
    expect(at(ONSET + 120)).toBeGreaterThan(at(AT) + 20);
    expect(Math.abs(deviation(pair, 'server_saves', only))).toBeLessThan(8);
    expect(change(pair, V_SAVES)).toBe(0);
  });
});

describe('panels that compare hours which are not the same', () => {
  const fault: Fault = {
    id: 'f',
    kind: 'misaligned-panels',
    minutes: 60,
    scope: [{ region: ['EU-W', 'EU-E'] }],
    onset: ONSET,
    form: step,
  };

  test('counts of those regions deviate where the day rises or falls; rates and others do not', () => {
    // Late evening in western Europe: an hour is a quarter of the traffic.
    const pair = pairAt('oak', [fault], ONSET + 1380);
    const europe = deviation(pair, 'saves', [{ region: ['EU-W'] }], 1);
    report('misaligned-panels', { europe: europe / 100 });
    expect(Math.abs(europe)).toBeGreaterThan(15);
    expect(Math.abs(deviation(pair, 'saves', [{ region: ['NA'] }], 1))).toBeLessThan(8);
    expect(Math.abs(deviation(pair, 'save_rate', [{ region: ['EU-W'] }], 1))).toBeLessThan(8);
    const [aligned] = [
      pairAt('oak', [fault], ONSET + 1380, {}, [
        [ONSET + 60, { kind: 'revert-setting', setting: 'panel-alignment' }],
      ]),
    ];
    expect(Math.abs(deviation(aligned, 'saves', [{ region: ['EU-W'] }], 1))).toBeLessThan(10);
  });
});

describe('openings and hides that get lost, or are told twice', () => {
  const fault = (kind: 'lost-events' | 'duplicate-events', event: 'closeup' | 'hide'): Fault =>
    kind === 'lost-events'
      ? { id: kind + event, kind, event, build: 'web', share: 0.4, onset: ONSET, form: step }
      : { id: kind + event, kind, event, build: 'web', extra: 0.5, onset: ONSET, form: step };
  const web = [{ platform: ['web'] }];

  test('are reported so, on that build only, and change nobody at once', () => {
    const lost = pairAt(
      'oak',
      [fault('lost-events', 'closeup'), fault('duplicate-events', 'hide')],
      AT,
    );
    expect(deviation(lost, 'closeup_rate', web)).toBeLessThan(-30);
    expect(deviation(lost, 'hide_rate', web)).toBeGreaterThan(30);
    expect(Math.abs(deviation(lost, 'closeup_rate', [{ platform: ['ios'] }]))).toBeLessThan(8);
    expect(Math.abs(change(lost, V_SAVES, has(lost, 'platform', 'web')))).toBeLessThan(0.02);
    const rows = (world: Pair['live']): number => {
      const chunk = world.chunks.at(-1)!;
      let n = 0;
      for (let r = 0; r < chunk.length; r++)
        if ((chunk.labels[r]! & 1) !== 0 && chunk.build[r] === 4) n++;
      return n;
    };
    expect(rows(lost.live)).toBeLessThan(0.8 * rows(lost.twin!));
  });
});

describe('a robot that reads the reported save rate', () => {
  const robots: RobotSpec[] = [{ id: 'rollback', act: 'rollback', target: 'v2', fall: 0.05 }];
  const fault: Fault = {
    id: 'f',
    kind: 'aggregator-loss',
    event: 'save',
    share: 0.14,
    onset: ONSET,
    form: step,
  };
  const run = (orders: Orders = [], setup: Partial<Parameters<typeof pairAt>[3]> = {}, f = fault) =>
    wholePair('oak', [f], ONSET + 90, { robots, ...setup }, orders, 30);
  const acted = (pair: Pair): number | undefined =>
    pair.live.applied.find((a) => a.id === 'robot rollback')?.effectTick;

  test('acts forty minutes after the fall, although nothing is wrong with the model', () => {
    const at = acted(run())!;
    expect(at - ONSET).toBeGreaterThanOrEqual(40);
    expect(at - ONSET).toBeLessThanOrEqual(42);
  });

  test('does not when suspended in time, nor for a smaller fall', () => {
    expect(acted(run([[ONSET + 20, { kind: 'suspend-robots' }]]))).toBeUndefined();
    expect(
      acted(run([], {}, { ...fault, kind: 'aggregator-loss', event: 'save', share: 0.03 })),
    ).toBeUndefined();
  });
});
