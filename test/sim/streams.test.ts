import { expect, test } from 'vitest';
import type { World } from '../../src/sim/world.ts';
import { sim } from './compiled.ts';

const { worldAt, advance, DAY, homeRequest, serve, forkWorld } = sim;

/** The slate a person would get now, as bytes. */
function slateOf(world: World, person: number): string {
  const slate = world.scratch.slates[0]!;
  serve(world, homeRequest(person, 12_345), world.tick, slate);
  return `${slate.item.subarray(0, slate.length).join()} ${slate.stated.subarray(0, 100).join()}`;
}

test('a person who comes more often moves nobody else’s visits', () => {
  const world = worldAt(DAY);
  const guest = 7;
  const visits = (): string[] => {
    const { person, ordinal, start } = sim.scheduleDay(world.keys.visits, world.people, 5);
    return [...start.subarray(0, DAY)].flatMap((from, minute) =>
      Array.from(person.subarray(from, start[minute + 1])).flatMap((p, k) =>
        p === guest ? [] : [`${minute} ${p} ${ordinal[from + k]}`],
      ),
    );
  };
  const before = visits();
  const all = sim.scheduleDay(world.keys.visits, world.people, 5).person.length;
  world.people.rate[guest] = 6;
  expect(sim.scheduleDay(world.keys.visits, world.people, 5).person.length).toBeGreaterThan(all);
  expect(visits()).toEqual(before);
});

test('what one person is shown does not depend on who was served before', () => {
  const world = worldAt(DAY + 300);
  const alone = slateOf(world, 11);
  for (let p = 0; p < 200; p++) slateOf(world, p);
  expect(slateOf(world, 11)).toBe(alone);
});

test('a killed source shifts no draw of the others', () => {
  const world = worldAt(DAY + 300);
  const candidates = (generator: number): number[] => {
    const { scratch } = world;
    return Array.from(scratch.candidate.subarray(0, scratch.candidates)).filter(
      (_, c) => scratch.candidateGenerator[c] === generator,
    );
  };
  let same = 0;
  let all = 0;
  for (let person = 0; person < 200; person++) {
    const quotas = sim.QUOTAS[0]!;
    serve(world, homeRequest(person, person), world.tick, world.scratch.slates[0]!, { quotas });
    const before = new Set(candidates(sim.G_POPULAR));
    serve(world, homeRequest(person, person), world.tick, world.scratch.slates[0]!, {
      quotas: { ...quotas, fresh: 0 },
    });
    const after = candidates(sim.G_POPULAR);
    // What fresh left unfilled comes from what is popular: more of it, after the same ones.
    all += before.size;
    same += after.filter((idea) => before.has(idea)).length;
  }
  // Only where a fresh idea stood in a popular one's way does the list move on by one.
  expect(all).toBeGreaterThan(2000);
  expect(same / all).toBeGreaterThan(0.97);
});

test('each stream moves what it is named for, and nothing else', () => {
  const a = worldAt(DAY + 1);
  const b = forkWorld(a);
  b.keys = {
    ...b.keys,
    uploads: b.keys.uploads ^ 1,
    noise: b.keys.noise ^ 1,
    panel: b.keys.panel ^ 1,
  };
  // These three streams are not drawn from between midnights.
  advance(a, 2 * DAY - 1);
  advance(b, 2 * DAY - 1);
  expect(sim.stateHash(b)).toBe(sim.stateHash(a));
  const c = forkWorld(a);
  c.keys = { ...c.keys, response: c.keys.response ^ 1 };
  advance(a, 2 * DAY + 600);
  advance(c, 2 * DAY + 600);
  expect(sim.stateHash(c)).not.toBe(sim.stateHash(a));
});

test('a person’s exploration slots do not depend on the share others get', () => {
  const world = worldAt(DAY + 200);
  const few = slateOf(world, 3);
  world.control.exploration = 0.5;
  slateOf(world, 4);
  world.control.exploration = sim.DEFAULT_EXPLORATION;
  expect(slateOf(world, 3)).toBe(few);
  // Slots explored at a small share are explored at a larger one too: one uniform number decides both.
  const fresh = (share: number): Set<number> => {
    world.control.exploration = share;
    const slate = world.scratch.slates[0]!;
    serve(world, homeRequest(3, 77), world.tick, slate);
    return new Set(
      [...slate.generator.subarray(0, 12)].flatMap((g, p) => (g === sim.G_FRESH ? [p] : [])),
    );
  };
  expect(fresh(1).size).toBeGreaterThanOrEqual(fresh(0.2).size);
  expect(fresh(1).has(0)).toBe(true);
});
