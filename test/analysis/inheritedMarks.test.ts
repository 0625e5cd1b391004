/** Marks of a shift taken over: what was ordered before stands in every explanation's world and is none of the player's moves. */
import { describe, expect, it } from 'vitest';
import { beginTick } from '../../src/scenario/handover.ts';
import { inWorld } from '../../src/scenario/inWorld.ts';
import { fromPage, inheritedOf } from '../../src/scenario/variants.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Command } from '../../src/session/commands.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';

const FEW = new Set(['cold-herd', 'nothing-wrong']);
const whole = inWorld(inheritedOf(scenarioById('gpu-cold-herd'))!, 'check');
const CASE: CompiledScenario = {
  ...whole,
  hypotheses: whole.hypotheses.filter((h) => h.truth || FEW.has(h.id)),
  references: whole.references.slice(0, 1),
  wrong: [],
  world: { ...whole.world, harmHorizon: 360 },
};
const begin = beginTick(CASE);
const MOVES: readonly Command[] = [
  { kind: 'look', look: { view: 'metric', metric: 'save_rate', by: null, scope: [{}] } },
  { kind: 'undo', intervention: 'o0' },
  { kind: 'act', act: { kind: 'retry-budget' } },
  { kind: 'close', cause: null, confidence: 60, prevention: null },
];
const run = session.playThrough(CASE, 'ash', MOVES);

describe('a shift taken over', () => {
  const weigher = session.createWeigher();
  const weighed = weigher.weigh(run);

  it('can be told apart, and marks what the player did', () => {
    expect(session.isTraceable(run)).toBe(true);
    expect(weighed.points.map(({ deed }) => deed.kind)).toEqual(['undo', 'act', 'close']);
    expect(weighed.points.map(({ order }) => order)).toEqual([null, 'o2', null]);
    for (const { regret } of [...weighed.points, ...weighed.path.steps])
      expect(regret).toBeGreaterThanOrEqual(0);
  });

  it('ends the looking where an order of somebody else is taken back', () => {
    const [undone] = weighed.points;
    expect(undone!.tick).toBeGreaterThan(begin);
    expect(session.readOf(run).map(({ move }) => move)).toEqual([-1, 0]);
    expect(weighed.path.steps.every(({ tick }) => tick < undone!.tick)).toBe(true);
  });

  it('is held against lines that begin when it changes hands', () => {
    const truth = CASE.hypotheses.find((h) => h.truth)!.id;
    const { early, nothing } = weigher.prepare(run);
    expect(early.get(0)!.get(truth)).toBeLessThan(nothing.get(truth)!);
    // Four in five turned away cost people something even where nothing else is wrong.
    expect(nothing.get('nothing-wrong')).toBeGreaterThan(1);
  });

  it('foretells readings with what was ordered', () => {
    const query = { metric: 'save_rate', by: [], surface: 'all', hours: 1 } as const;
    const at = { ...query, scope: [{}], tick: begin + 14 };
    const foretold = (scenario: CompiledScenario): readonly number[] =>
      session
        .createForetell()(scenario, 'ash', [at])
        .map(({ deviations }) => [...deviations[0]!.values()][0]!);
    const [ordered, not] = [foretold(CASE), foretold(fromPage(CASE))];
    // And one from outside the list.
    expect(ordered).toHaveLength(CASE.hypotheses.length + 1);
    ordered.forEach((deviation, k) => expect(deviation).not.toBeCloseTo(not[k]!, 1));
  });
});
