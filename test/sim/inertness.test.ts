import { expect, test } from 'vitest';
import { sim } from './compiled.ts';

const {
  DAY,
  QUOTAS,
  advance,
  advancePair,
  thinPair,
  deepHash,
  drawPanel,
  evaluatePanel,
  inScope,
  measure,
  spec,
  stateHash,
  worldAt,
} = sim;

test('looking changes nothing, now or later', () => {
  const looked = worldAt(2 * DAY + 500);
  const panel = drawPanel(looked);
  const before = deepHash(looked);
  const first = evaluatePanel(looked, panel);
  const swapped = evaluatePanel(looked, panel, (m) => m % 3 === 0, {
    historyCap: 10,
    line: 1,
    quotas: QUOTAS[1]!,
  });
  stateHash(looked);
  for (let i = 0; i < looked.people.count; i++)
    inScope(looked, [{ build: ['web'], arm: ['none'], model: ['v1'] }], i, 0, looked.tick);
  expect(deepHash(looked)).toBe(before);
  // The look itself repeats, and is not the look at something else.
  expect(evaluatePanel(looked, panel)).toEqual(first);
  expect(swapped.values).not.toEqual(first.values);

  advance(looked, 3 * DAY + 500);
  expect(deepHash(looked)).toBe(deepHash(worldAt(3 * DAY + 500)));
});

test('a pair measured often is the pair measured seldom', () => {
  const often = thinPair(spec('oak', { pageTick: DAY }), 180);
  const seldom = thinPair(spec('oak', { pageTick: DAY }), 1440);
  advancePair(often, DAY + 400);
  measure(often);
  measure(often);
  advancePair(often, 2 * DAY);
  advancePair(seldom, 2 * DAY);
  expect(deepHash(often.live)).toBe(deepHash(seldom.live));
  expect(deepHash(often.twin!)).toBe(deepHash(seldom.twin!));
  expect(often.epochs.length).toBeGreaterThan(seldom.epochs.length + 4);
});
