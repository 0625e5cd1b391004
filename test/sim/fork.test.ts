import { describe, expect, test } from 'vitest';
import type { World } from '../../src/sim/world.ts';
import { sim } from './compiled.ts';

const {
  DAY,
  advance,
  advancePair,
  branchKeys,
  thinPair,
  deepHash,
  forkPair,
  forkWorld,
  packWorld,
  unpackWorld,
  order,
  spec,
  stateHash,
  undo,
  worldAt,
} = sim;

describe('a fork', () => {
  test('goes on as the original does', () => {
    const original = worldAt(2 * DAY + 700);
    const fork = forkWorld(original);
    advance(original, 4 * DAY + 300);
    advance(fork, 4 * DAY + 300);
    expect(stateHash(fork)).toBe(stateHash(original));
    expect(deepHash(fork)).toBe(deepHash(original));
    expect(stateHash(fork)).toBe(stateHash(worldAt(4 * DAY + 300)));
  });

  test('touches nothing of the original, whatever is done to it', () => {
    const original = worldAt(2 * DAY + 100);
    const before = deepHash(original);
    const fork = forkWorld(original);
    order(fork, 'a', { kind: 'kill-generator', generator: 'popular' });
    order(fork, 'b', { kind: 'retrain', recipe: 'debiased' });
    order(fork, 'c', { kind: 'rollback-model', to: 'v1.d1', scope: [{}] });
    order(fork, 'd', { kind: 'quarantine-rows', scope: [{}], sinceTick: 0 });
    advance(fork, 4 * DAY);
    undo(fork, 'a');
    advance(fork, 4 * DAY + 10);
    expect(deepHash(fork)).not.toBe(before);
    expect(deepHash(original)).toBe(before);
    advance(original, 3 * DAY);
    expect(stateHash(original)).toBe(stateHash(worldAt(3 * DAY)));
  });

  test('is written by nobody, nor is the original, once both have let go of what they shared', () => {
    // Old enough to be done with a chunk a day.
    const original = worldAt(6 * DAY + 30);
    const fork = forkWorld(original);
    const before = deepHash(fork);
    advance(original, 11 * DAY);
    expect(deepHash(fork)).toBe(before);
    const after = deepHash(original);
    advance(fork, 12 * DAY);
    expect(deepHash(original)).toBe(after);
  });

  test('stays apart from the original when both come back from another thread', () => {
    const world = worldAt(6 * DAY + 30);
    const sent = structuredClone([packWorld(world), packWorld(forkWorld(world))]);
    const [original, fork] = sent.map(unpackWorld);
    expect(fork!.itemParts[0]).toBe(original!.itemParts[0]);
    const before = deepHash(fork!);
    advance(original!, 11 * DAY);
    expect(deepHash(fork!)).toBe(before);
  });

  test('shares; a world by itself writes over what it is done with', () => {
    const alone = worldAt(6 * DAY + 30);
    const chunks = new Set<object>();
    const parts = new Set<object>();
    for (let day = 7; day < 15; day++) {
      advance(alone, day * DAY + 1);
      chunks.add(alone.chunks.at(-1)!);
      parts.add(alone.itemParts[0]!);
    }
    expect([chunks.size, parts.size]).toEqual([4, 1]);
  });

  test('has the columns of the original until one of them goes on; the last one keeps them', () => {
    const original = worldAt(2 * DAY + 30);
    const { people, ideas } = original;
    const [kept, gone] = [forkWorld(original), forkWorld(original)];
    const holds = (world: World): boolean[] => [
      world.people === people,
      world.people.history === people.history,
      world.ideas === ideas,
    ];
    expect(holds(gone)).toEqual([true, true, true]);
    advance(gone, gone.tick + 1);
    expect(holds(gone)).toEqual([false, false, false]);
    advance(original, original.tick + 1);
    expect(holds(original)).toEqual([false, false, false]);
    advance(kept, kept.tick + 1);
    expect(holds(kept)).toEqual([true, true, true]);
  });

  test('takes back an order for itself alone, before it goes on', () => {
    const original = worldAt(2 * DAY + 100);
    order(original, 'cap', { kind: 'exposure-cap', perDay: 20 });
    advance(original, original.tick + 60);
    const before = deepHash(original);
    const fork = forkWorld(original);
    undo(fork, 'cap');
    expect(deepHash(fork)).not.toBe(before);
    expect(deepHash(original)).toBe(before);
  });

  test('on branch seeds it has other luck with the same people', () => {
    const original = worldAt(2 * DAY);
    const branch = forkWorld(original);
    branchKeys(branch, 'b1');
    advance(original, 3 * DAY);
    advance(branch, 3 * DAY);
    expect(stateHash(branch)).not.toBe(stateHash(original));
    expect([...branch.people.interest]).toEqual([...original.people.interest]);
    expect(branch.keys.assignment).toBe(original.keys.assignment);
  });
});

describe('a fork of a pair', () => {
  const fault = {
    id: 'short',
    kind: 'history-truncation',
    version: 'v1',
    keep: 40,
    onset: DAY,
    form: { shape: 'step' },
  } as const;

  test('goes on as the original does, and leaves it alone', () => {
    const pair = thinPair(spec('oak', { pageTick: 2 * DAY }, [fault]), 720);
    advancePair(pair, DAY + 600);
    const live = deepHash(pair.live);
    const twin = deepHash(pair.twin!);
    const epochs = pair.epochs.length;

    const other = forkPair(pair);
    order(other.live, 'cap', { kind: 'exposure-cap', perDay: 20 });
    advancePair(other, 2 * DAY + 600);
    expect(deepHash(pair.live)).toBe(live);
    expect(deepHash(pair.twin!)).toBe(twin);
    expect(pair.epochs.length).toBe(epochs);

    const same = forkPair(pair);
    advancePair(same, 2 * DAY + 600);
    advancePair(pair, 2 * DAY + 600);
    expect(deepHash(same.live)).toBe(deepHash(pair.live));
    expect(deepHash(same.twin!)).toBe(deepHash(pair.twin!));
    expect(same.epochs).toEqual(pair.epochs);
    // What was done to the other world was done to its live half alone.
    expect(deepHash(other.twin!)).toBe(deepHash(pair.twin!));
    expect(deepHash(other.live)).not.toBe(deepHash(pair.live));
  });
});
