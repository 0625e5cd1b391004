import { describe, expect, test } from 'vitest';
import { sim } from './compiled.ts';

const { worldAt, advance, DAY, createWorld, spec, step, sumDays, SLATE_SIZE } = sim;

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

describe('what is served is counted, once', () => {
  // One minute before midnight: the day's counts are complete and not yet put away.
  const world = worldAt(3 * DAY - 1);
  const { today, counters } = world;

  test('impressions are the sums over ideas, topics and generators', () => {
    expect(today.impressions).toBeGreaterThan(15_000);
    expect(sum(counters.servedToday)).toBe(today.impressions);
    expect(sum(today.byTopic)).toBe(today.impressions);
    expect(sum(today.byGenerator)).toBe(today.impressions);
  });

  test('sessions are the visits of the schedule', () => {
    // A visit that would begin with a notification is one only where it was sent and opened.
    const unopened = today.notificationsWeighed - today.notificationsOpened;
    expect(today.sessions + unopened).toBe(world.schedule.start[DAY - 1]);
    expect(today.notificationsSent).toBeLessThanOrEqual(today.notificationsWeighed);
    expect(today.notificationsOpened).toBeLessThanOrEqual(today.notificationsSent);
    expect(today.homeSlates).toBeLessThan(today.sessions);
    expect(today.impressions).toBeLessThanOrEqual(today.requests * SLATE_SIZE);
    expect(sum(today.impressionsBySurface)).toBe(today.impressions);
    expect(sum(today.savesBySurface)).toBe(today.saves);
  });

  test('training rows stand for the impressions within sampling error', () => {
    const chunk = world.chunks.at(-1)!;
    const weights = sum(chunk.weight.subarray(0, chunk.length));
    // Negatives are kept with p = ¼ and weight 4: standard deviation √(n · 3).
    expect(Math.abs(weights - today.impressions)).toBeLessThan(
      4 * Math.sqrt(3 * today.impressions),
    );
    let saves = 0;
    let closeups = 0;
    let hides = 0;
    for (let r = 0; r < chunk.length; r++) {
      const labels = chunk.labels[r]!;
      if ((labels & sim.LABEL_SAVE) !== 0) saves++;
      if ((labels & sim.LABEL_CLOSEUP) !== 0) closeups++;
      if ((labels & sim.LABEL_HIDE) !== 0) hides++;
    }
    // Rows with an action are all kept.
    expect([saves, closeups, hides]).toEqual([today.saves, today.closeups, today.hides]);
  });

  test('what people saw is what was served', () => {
    const other = createWorld(spec('oak'));
    advance(other, DAY);
    const { people } = other;
    const before = people.seenHead.slice();
    for (let t = 0; t < 200; t++) step(other);
    let seen = 0;
    for (let i = 0; i < people.count; i++)
      seen += (people.seenHead[i]! - before[i]! + sim.SEEN_CAPACITY) % sim.SEEN_CAPACITY;
    // A person shown a full ring within the minutes would come out short; nobody has that many.
    expect(seen).toBe(other.today.impressions);
  });
});

test('counters rise by what the log says, and truth by what was served', () => {
  const world = worldAt(2 * DAY + 10);
  const exposures = sum(world.counters.exposures);
  const shown = sum(world.ideas.shown);
  const saves = sum(world.counters.saves);
  const at = world.today.impressions;
  const savedAt = world.today.saves;
  advance(world, 3 * DAY - 1);
  const served = world.today.impressions - at;
  expect(Math.abs(sum(world.counters.exposures) - exposures - served)).toBeLessThan(served * 0.002);
  expect(Math.abs(sum(world.ideas.shown) - shown - served)).toBeLessThan(served * 0.002);
  expect(sum(world.counters.saves) - saves).toBeCloseTo(world.today.saves - savedAt, 0);
});

test('the catalogue keeps its size and its identifiers', () => {
  const world = worldAt(0);
  const topics = world.ideas.topic.slice(0, world.ideas.count);
  advance(world, 6 * DAY + 1);
  expect(sum(world.ideas.live)).toBe(world.preset.ideas);
  expect(world.ideas.count).toBe(world.preset.ideas + 6 * world.preset.inflow);
  expect(world.ideas.topic.slice(0, topics.length)).toEqual(topics);
  expect(sumDays(world, (d) => d.sessions)).toBeGreaterThan(6 * 0.9 * world.preset.sessionsPerDay);
});
