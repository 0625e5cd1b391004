/** The policy filter: too strict, failing open, failing closed, switched off. */
import { describe, expect, test } from 'vitest';
import { sim } from '../compiled.ts';

const { baseAt, tried, saves, closeups, unsafe, machines, PEAK, DAY } = sim;
const base = baseAt(PEAK);
const { world } = base;
const CRAFTS = [4, 16];
const verdicts = (w: typeof world): number =>
  (w.today.missingVerdicts - world.today.missingVerdicts) /
  (w.today.verdicts - world.today.verdicts);

describe('a threshold too strict for some topics and languages (S37)', () => {
  const fault = {
    kind: 'over-blocking',
    topics: CRAFTS,
    languages: [2, 9],
    share: 0.42,
  } as const;
  const left = tried(base, fault, { after: 240 });
  const shown = (w: typeof world, topic: number): number =>
    w.today.byTopic[topic]! - world.today.byTopic[topic]!;

  test('fewer of those topics are shown, and less is saved where there is no other source of them', () => {
    const all = (w: typeof world): number =>
      CRAFTS.reduce((sum, topic) => sum + shown(w, topic), 0);
    expect(all(left.world) / all(left.twin)).toBeLessThan(0.75);
    expect(saves(tried(base, fault))).toBeLessThan(-0.7);
    expect(saves(tried(base, fault))).toBeGreaterThan(-6);
  });

  test('flat: candidates before the filter, latency, what breaks policy', () => {
    expect(machines(left, 'p99').live).toBeCloseTo(machines(left, 'p99').calm, 1);
    const { index } = left.world;
    expect(index).toBe(left.twin.index);
    expect(unsafe(left).live).toBeLessThan(0.05);
  });

  test('the threshold put back ends it; the filter switched off shows what it was there for', () => {
    const spec = { kind: 'revert-setting', setting: 'filter-threshold' } as const;
    const back = tried(base, fault, { orders: [{ at: 1, spec }] });
    expect(saves(back)).toBeCloseTo(0, 6);
    const off = tried(base, fault, { orders: [{ at: 1, spec: { kind: 'filter-off' } }] });
    expect(saves(off)).toBeGreaterThan(0);
    expect(unsafe(off).live).toBeGreaterThan(0.4);
    expect(unsafe(off).calm).toBeLessThan(0.05);
  });
});

describe('a threshold too strict for beginners', () => {
  const fault = {
    kind: 'over-blocking',
    topics: [],
    languages: [],
    tier: 'new',
    share: 0.6,
  } as const;
  const left = tried(base, fault, { after: 240 });

  const shownOf = (w: typeof world, tier: number): number =>
    w.counters.servedToday.reduce(
      (sum, n, i) => (w.ideas.creatorTier[w.ideas.creator[i]!] === tier ? sum + n : sum),
      0,
    );

  test('less of theirs is shown within hours, and others take the room', () => {
    const [fresh, small, established] = [0, 1, 2].map(
      (tier) => shownOf(left.world, tier) / shownOf(left.twin, tier),
    );
    expect(fresh).toBeLessThan(0.9);
    expect(small).toBeGreaterThan(1);
    expect(established).toBeGreaterThan(1);
  });
});

describe('verdicts that time out (S38)', () => {
  const fault = { kind: 'fails-open', share: 0.12 } as const;
  const left = tried(base, fault);

  test('at the peak an eighth is missing, and what breaks policy gets through', () => {
    expect(verdicts(tried(base, fault, { after: 60 }).world)).toBeGreaterThan(0.1);
    expect(unsafe(left).live).toBeGreaterThan(0.05);
    expect(unsafe(left).live).toBeLessThan(0.6);
    expect(unsafe(left).calm).toBeLessThan(0.02);
  });

  test('engagement does not fall: it looks like nothing, or like a gain', () => {
    expect(saves(left)).toBeGreaterThan(-0.3);
    expect(closeups(left)).toBeGreaterThan(-0.3);
  });

  test('it follows the load: gone at the quietest hour, back the next day', () => {
    const quiet = tried(base, fault, { after: 12 * 60 });
    const then = sim.dayLoad((PEAK + 12 * 60) % DAY);
    expect(then).toBeLessThan(0.2);
    expect(unsafe(quiet).live).toBeLessThan(unsafe(left).live / 3);
    const next = tried(base, fault, { after: DAY });
    expect(unsafe(next).live).toBeGreaterThan(unsafe(left).live / 2);
  });

  test('failing closed stops it at the price of saves; the timeout put back stops it for nothing', () => {
    const closed = tried(base, fault, { orders: [{ at: 1, spec: { kind: 'fail-closed' } }] });
    expect(unsafe(closed).live).toBeLessThan(0.02);
    expect(saves(closed)).toBeLessThan(-0.7);
    expect(saves(closed)).toBeGreaterThan(-7);
    expect(closed.world.scratch.effects.openShare).toBe(0);
    const spec = { kind: 'revert-setting', setting: 'filter-timeout' } as const;
    const back = tried(base, fault, { orders: [{ at: 1, spec }] });
    expect(unsafe(back).live).toBe(unsafe(back).calm);
    expect(saves(back)).toBeCloseTo(0, 6);
  });

  test('verdicts still go missing when failing closed: only the timeout ends that', () => {
    const closed = tried(base, fault, {
      after: 30,
      orders: [{ at: 1, spec: { kind: 'fail-closed' } }],
    });
    expect(verdicts(closed.world)).toBeGreaterThan(0.1);
    expect(world.today.missingVerdicts).toBe(0);
  });
});
