/** What is kept of a plot from one look to the next is what it would read anew, whatever has happened since. */
import { expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { MetricId } from '../../src/sim/metrics.ts';
import type { Observer } from '../../src/sim/telemetry/observer.ts';
import { sim } from './compiled.ts';
import { step } from './effects/measure.ts';

const { DAY, EVERYONE } = sim;
const ONSET = 5 * DAY;
const METRICS: readonly MetricId[] = ['save_rate', 'server_saves', 'sessions', 'hide_rate'];

const base = sim.worldAt(ONSET - 1, 'oak');
const panel = sim.drawPanel(base, 400);

const plotted = (observer: Observer, minutes: number) =>
  METRICS.map((metric) => {
    const to = observer.pair.live.tick;
    return sim.readSeries(observer, metric, null, EVERYONE, 'all', 0, to, minutes);
  });

/** Looked at day by day under orders; after each what is shown, and what somebody who comes in then is shown. */
function lookedAt(faults: readonly Fault[], orders: readonly InterventionSpec[]) {
  const pair = sim.partedPair(base, panel, faults, ONSET - 1);
  sim.measure(pair);
  const observer = sim.observe(pair);
  for (const [k, spec] of orders.entries()) {
    for (const minutes of [60, DAY]) plotted(observer, minutes);
    sim.order(pair.live, `o${k}`, spec);
    sim.advancePair(pair, ONSET + (k + 1) * 400);
    sim.forgetLabels(observer);
    for (const minutes of [60, DAY])
      expect(plotted(observer, minutes)).toEqual(
        plotted(sim.observe(pair, observer.lattice), minutes),
      );
  }
  return observer;
}

const ORDERS: readonly InterventionSpec[] = [
  { kind: 'exploration', share: 0.12 },
  { kind: 'exposure-cap', perDay: 60 },
  { kind: 'spam-rule', breadth: 'broad' },
];

test('under orders of several kinds, with nothing wrong and with scores that are', () => {
  expect(lookedAt([], ORDERS).settled.points.size).toBeGreaterThan(100);
  const shift: Fault = {
    id: 'f',
    kind: 'score-shift',
    head: 'save',
    logit: -1,
    onset: ONSET,
    form: step,
  };
  expect(lookedAt([shift], ORDERS).settled.points.size).toBeGreaterThan(100);
});

test('nothing is kept where events come late, for their half hours grow', () => {
  const late: Fault = {
    id: 'f',
    kind: 'late-events',
    build: 'android 1',
    minutes: 600,
    onset: ONSET,
    form: step,
  };
  expect(lookedAt([late], ORDERS).settled.points.size).toBe(0);
});

test('who asks about some, about groups or about machines is shown them as they stand now', () => {
  const pair = sim.partedPair(base, panel, [], ONSET - 1);
  sim.measure(pair);
  const observer = sim.observe(pair);
  const to = ONSET - 1;
  sim.readSeries(observer, 'save_rate', 'tenure', EVERYONE, 'all', 0, to, 60);
  sim.readSeries(observer, 'save_rate', null, [{ tenure: ['0-1 d'] }], 'all', 0, to, 60);
  sim.readSeries(observer, 'p99_ms', null, EVERYONE, 'all', 0, to, 60);
  expect(observer.settled.points.size).toBe(0);
  sim.readSeries(observer, 'save_rate', null, EVERYONE, 'home', to - 300, to, 60);
  expect(observer.settled.points.size).toBe(4);
  // Hours that are still to come.
  sim.readSeries(observer, 'save_rate', null, EVERYONE, 'home', to, to + 300, 60);
  expect(observer.settled.points.size).toBe(4);
});
