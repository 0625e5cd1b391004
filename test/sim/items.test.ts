/** Cuts by kinds of ideas: they show what a fault does to ideas, and nothing where nothing is wrong. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/sim/faults.ts';
import type { ItemMetric } from '../../src/sim/itemSegments.ts';
import type { Pair } from '../../src/sim/pair.ts';
import type { ItemCut } from '../../src/sim/telemetry/itemCells.ts';
import type { ItemReading } from '../../src/sim/telemetry/itemReadings.ts';
import { sim } from './compiled.ts';
import { step } from './effects/measure.ts';

const { DAY } = sim;
const ONSET = 3 * DAY;
const AT = ONSET + 600;

const base = sim.worldAt(ONSET - 1, 'oak');
const panel = sim.drawPanel(base);

/** Both worlds run: which ideas a member is shown is kept of neither where the twin is only recorded. */
function run(faults: readonly Fault[]): Pair {
  const pair = sim.partedPair(base, panel, faults, ONSET - 1);
  sim.advancePair(pair, AT);
  sim.measure(pair);
  return pair;
}
const QUIET = run([]);

const withFault = (fault: Record<string, unknown>): Pair =>
  run([{ id: 'f', onset: ONSET, form: step, ...fault } as unknown as Fault]);

function read(
  pair: Pair,
  metric: ItemMetric,
  by: readonly ItemCut[],
  scope = sim.EVERYONE,
  hours = 2,
): ItemReading[] {
  const observer = sim.observe(pair);
  const tick = pair.live.tick - 1;
  return sim.readItems(observer, metric, sim.itemCells(observer, by, scope, tick), tick, hours);
}

const of = (readings: readonly ItemReading[], ...keys: string[]): ItemReading =>
  readings.find((r) => r.keys.join() === keys.join())!;

describe('where nothing is wrong', () => {
  test('every metric by every dimension stays inside its stated noise', () => {
    let all = 0;
    let far = 0;
    for (const metric of sim.ITEM_METRIC_IDS)
      for (const by of sim.ITEM_DIMENSIONS)
        for (const r of read(QUIET, metric, [by])) {
          all++;
          expect(Number.isFinite(r.value + r.baseline + r.deviation + r.error)).toBe(true);
          if (Math.abs(r.deviation) > 3 * r.error) far++;
        }
    expect(all).toBeGreaterThan(250);
    expect(far / all).toBeLessThan(0.02);
  });

  test('shares of a cut add up to one, and the parts of a two-way cut to those of either', () => {
    const topics = read(QUIET, 'impression_share', ['topic']);
    expect(topics.reduce((sum, r) => sum + r.baseline, 0)).toBeCloseTo(1, 6);
    const both = read(QUIET, 'impression_share', ['topic', 'region']);
    const kitchens = both.filter((r) => r.keys[0] === 'kitchens');
    expect(kitchens.length).toBeGreaterThan(4);
    expect(kitchens.reduce((sum, r) => sum + r.baseline, 0)).toBeCloseTo(
      of(topics, 'kitchens').baseline,
      6,
    );
    const ideas = read(QUIET, 'impression_share', ['topic', 'creator']);
    expect(
      ideas.filter((r) => r.keys[0] === 'kitchens').reduce((sum, r) => sum + r.baseline, 0),
    ).toBeCloseTo(of(topics, 'kitchens').baseline, 6);
  });

  test('noise shrinks with the share and the hours', () => {
    const hours = (h: number): number =>
      of(read(QUIET, 'item_save_rate', ['creator'], sim.EVERYONE, h), 'small').error;
    expect(hours(8) / hours(2)).toBeCloseTo(0.5, 1);
    const few = read(QUIET, 'impression_share', ['topic']).map((r) => r.error * Math.sqrt(r.share));
    expect(Math.max(...few) / Math.min(...few)).toBeLessThan(1.1);
  });
});

test('new creators pushed down lose their share, the others do not', () => {
  const pair = withFault({ kind: 'tier-shift', tier: 'new', logit: -1.2 });
  const share = read(pair, 'impression_share', ['creator']);
  expect(of(share, 'new').deviation).toBeLessThan(-30);
  expect(of(share, 'established').deviation).toBeGreaterThan(-2);
});

test('where it is done in one region only, the cell of people and ideas says so', () => {
  const fault = { kind: 'tier-shift', tier: 'new', logit: -1.2, scope: [{ region: ['IN'] }] };
  const cells = read(withFault(fault), 'impression_share', ['creator', 'region']);
  const hurt = of(cells, 'new', 'IN');
  expect(hurt.deviation).toBeLessThan(-4 * hurt.error);
  expect(hurt.deviation).toBeLessThan(-25);
  for (const region of ['NA', 'EU-W', 'LATAM']) {
    const fine = of(cells, 'new', region);
    expect(Math.abs(fine.deviation), region).toBeLessThan(3 * fine.error);
  }
});

test('a filter that rejects a topic takes it away, and from no other', () => {
  const pair = withFault({ kind: 'over-blocking', topics: [4], languages: [], share: 0.6 });
  const share = read(pair, 'impression_share', ['topic']);
  const quilts = of(share, 'quilts');
  expect(quilts.deviation).toBeLessThan(-3 * quilts.error);
  expect(Math.abs(of(share, 'kitchens').deviation)).toBeLessThan(-quilts.deviation / 3);
});

test('lost shards lose what they hold on the surface that asks them', () => {
  const pair = withFault({ kind: 'lost-shards', source: 'similar', shards: 5 });
  const related = read(pair, 'impression_share', ['shard'], [{ surface: ['related'] }]);
  expect(of(related, 'shard 0').deviation).toBeLessThan(-10);
  expect(of(related, 'shard 12').deviation).toBeGreaterThan(0);
  const coverage = read(pair, 'item_coverage', ['shard'], [{ surface: ['related'] }]);
  expect(of(coverage, 'shard 0').value).toBeLessThan(of(coverage, 'shard 12').value);
});

test('hides that are reported twice are reported of every idea alike', () => {
  const pair = withFault({ kind: 'duplicate-events', event: 'hide', build: 'web', extra: 1 });
  const web = read(pair, 'item_hide_rate', ['creator'], [{ platform: ['web'] }]);
  for (const r of web) expect(r.deviation).toBeGreaterThan(60);
});

describe('slates of a week ago', () => {
  const pair: Pair = { ...run([]), live: sim.forkWorld(base, []), twin: sim.forkWorld(base, []) };
  pair.epochs = [];
  sim.measure(pair);
  sim.advancePair(pair, ONSET + 9 * DAY);
  sim.measure(pair);
  const observer = sim.observe(pair);
  const then = (metric: ItemMetric, tick: number): ItemReading[] => {
    const cells = sim.itemCells(observer, ['age'], sim.EVERYONE, sim.slatesAt(observer, tick));
    return sim.readItems(observer, metric, cells, tick, 6);
  };

  test('are cut by how old their ideas were then, also where they stand for the time before', () => {
    const now = then('impression_share', pair.live.tick - 1);
    for (const tick of [ONSET - 2 * DAY, ONSET + 60]) {
      const share = then('impression_share', tick);
      for (const age of ['fresh', 'first week', 'older'])
        expect(of(share, age).baseline / of(now, age).baseline, age).toBeGreaterThan(0.3);
    }
  });

  test('cover no more ideas than there were, those that have retired since among them', () => {
    const covered = then('item_coverage', ONSET + 60);
    expect(covered).toHaveLength(3);
    for (const { value, keys } of covered) {
      expect(value, keys[0]).toBeGreaterThan(0.6);
      expect(value, keys[0]).toBeLessThanOrEqual(1);
    }
  });
});
