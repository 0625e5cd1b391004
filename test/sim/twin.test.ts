import { describe, expect, test } from 'vitest';
import type { WorldSetup } from '../../src/sim/setup.ts';
import type { Fault } from '../../src/sim/faults.ts';
import type { Pair } from '../../src/sim/pair.ts';
import { sim } from './compiled.ts';

const { DAY, advancePair, createPair, deepHash, model, rollout, spec } = sim;

function pairAt(tick: number, changes: Partial<WorldSetup>, faults: readonly Fault[] = []): Pair {
  const pair = createPair(spec('oak', { pageTick: 3 * DAY, ...changes }, faults), 720);
  advancePair(pair, tick);
  return pair;
}

describe('live and twin', () => {
  test('are one to the bit where nothing happened', () => {
    const pair = pairAt(4 * DAY + 300, {});
    expect(pair.twin).not.toBeNull();
    expect(deepHash(pair.live)).toBe(deepHash(pair.twin!, []));
    expect(pair.epochs.length).toBeGreaterThan(3);
    for (const epoch of pair.epochs) {
      expect(epoch.live.values).toEqual(epoch.twin.values);
      expect(epoch.live.visits).toEqual(epoch.twin.visits);
    }
  });

  test('are served alike by a rollout to a version of the same configuration', () => {
    const pair = pairAt(4 * DAY, { rollouts: [rollout([{ tick: 3 * DAY - 300, share: 0.3 }])] });
    const epoch = pair.epochs.at(-1)!;
    // The arm exists …
    expect(epoch.live.line.some((line) => line === 1)).toBe(true);
    expect(epoch.twin.line.every((line) => line === 0)).toBe(true);
    // … and makes no difference: a version is what it does, not what it is called.
    expect(epoch.live.values).toEqual(epoch.twin.values);
    expect(deepHash(pair.live, ['control', 'lines', 'itemParts', 'events', 'servingVersion'])).toBe(
      deepHash(pair.twin!, ['control', 'lines', 'itemParts', 'events', 'servingVersion']),
    );
  });

  test('differ by a rollout to a version that reads less', () => {
    const pair = pairAt(3 * DAY + 60, {
      models: [model('v1'), model('v2', { historyCap: 20 })],
      rollouts: [rollout([{ tick: 3 * DAY - 300, share: 0.3 }])],
    });
    const epoch = pair.epochs.at(-1)!;
    expect(epoch.live.values).not.toEqual(epoch.twin.values);
  });

  test('part at the first fault and not before', () => {
    const fault: Fault = {
      id: 'short',
      kind: 'history-truncation',
      version: 'v1',
      keep: 30,
      onset: 2 * DAY,
      form: { shape: 'step' },
    };
    const pair = pairAt(2 * DAY, {}, [fault]);
    expect(pair.forkTick).toBeLessThanOrEqual(2 * DAY);
    expect(deepHash(pair.live)).toBe(deepHash(pair.twin ?? pair.live));
    advancePair(pair, 2 * DAY + 60);
    expect(deepHash(pair.live)).not.toBe(deepHash(pair.twin!));
  });
});
