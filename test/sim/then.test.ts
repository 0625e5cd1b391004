/** What had been shown stands: no order, and nothing that grows worse, moves what was recorded before it. */
import { expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { MetricId } from '../../src/sim/metrics.ts';
import type { Pair } from '../../src/sim/pair.ts';
import type { Dimension } from '../../src/sim/segments.ts';
import type { Observer } from '../../src/sim/telemetry/observer.ts';
import { sim } from './compiled.ts';
import { step } from './effects/measure.ts';

const { DAY, EVERYONE } = sim;
const ONSET = 5 * DAY;
/** When somebody looks, half a day in and within a half hour; an order follows at once. */
const LOOKED = ONSET + DAY / 2 + 10;
const HOURS = 6;

const base = sim.worldAt(ONSET - 1, 'oak', {
  rollouts: [sim.rollout([{ tick: DAY, share: 0.5 }])],
});
const panel = sim.drawPanel(base, 400);

function beside(fault: Fault): Pair {
  const pair = sim.partedPair(base, panel, [fault], ONSET - 1);
  sim.measure(pair);
  for (const tick of [ONSET + 1, LOOKED]) {
    sim.advancePair(pair, tick);
    sim.measure(pair);
  }
  return pair;
}

const plotted = (observer: Observer, metric: MetricId, by: Dimension | null) =>
  sim.readSeries(observer, metric, by, EVERYONE, 'all', LOOKED - HOURS * 60, LOOKED - 30, 30);

const SLOW: Fault = {
  id: 'f',
  kind: 'latency',
  ms: 300,
  scope: [{ model: ['v2'] }],
  onset: ONSET,
  form: step,
};
const CROWD: Fault = { id: 'f', kind: 'traffic', factor: 2, onset: ONSET, form: step };
const BOTS: Fault = {
  id: 'f',
  kind: 'save-bots',
  times: 2,
  creators: 5,
  onset: ONSET,
  form: step,
};

const ordered = (spec: InterventionSpec) => (pair: Pair) => {
  sim.order(pair.live, 'o0', spec);
};
const takenOff = ordered({ kind: 'route-cohort', to: 'v1', scope: [{ region: ['NA', 'IN'] }] });

test.each<[string, Fault, MetricId, Dimension | null, (pair: Pair) => void]>([
  ['people taken off a slow version', SLOW, 'p99_ms', 'region', takenOff],
  ['a fault that grew', SLOW, 'p99_ms', null, ({ live }) => sim.worsenFault(live, 'f', 3)],
  ['a crowd that grew', CROWD, 'sessions', null, ({ live }) => sim.worsenFault(live, 'f', 2)],
  [
    'a rule against automated accounts',
    BOTS,
    'save_rate',
    'platform',
    ordered({ kind: 'spam-rule', breadth: 'narrow' }),
  ],
])('after %s, what was plotted before is as it was', (_, fault, metric, by, change) => {
  const pair = beside(fault);
  const observer = sim.observe(pair);
  const before = plotted(observer, metric, by);
  const most = before.values.map((values, g) =>
    Math.max(...values.map((v, k) => (v ?? 0) / before.baselines[g]![k]!)),
  );
  expect(Math.max(...most)).toBeGreaterThan(1.3);
  change(pair);
  sim.measure(pair);
  sim.advancePair(pair, LOOKED + 120);
  sim.forgetLabels(observer);
  expect(plotted(observer, metric, by)).toEqual(before);
});

test('an observer of an earlier minute cuts by who was served by what, and counts what had come in', () => {
  const late: Fault = {
    id: 'f',
    kind: 'late-events',
    build: 'android 1',
    minutes: 240,
    onset: ONSET,
    form: step,
  };
  const pair = beside(late);
  const observer = sim.observe(pair);
  const cuts = ['model', 'build', 'arm', 'region'] as const;
  const read = (by: Observer) =>
    cuts.flatMap((cut) => {
      const grouping = sim.groupBy(by, [cut], EVERYONE, 'all', LOOKED);
      return (['save_rate', 'p99_ms'] as const).map((metric) => [
        grouping.keys,
        sim.readGroups(by, metric, grouping, LOOKED, 2),
      ]);
    });
  const before = read(observer);
  takenOff(pair);
  sim.advancePair(pair, LOOKED + 600);
  sim.forgetLabels(observer);
  expect(read(observer)).not.toEqual(before);
  expect(read(sim.observeThen(observer, LOOKED))).toEqual(before);
  expect(sim.observeThen(observer, pair.live.tick)).toBe(observer);
});
