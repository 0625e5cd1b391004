import { describe, expect, test } from 'vitest';
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
