/** The light ranker: fitted to rows, better than chance, and able to say why. */
import { describe, expect, test } from 'vitest';
import { sim } from './compiled.ts';

const { worldAt, DAY, fitTrees, scoreTrees, explain, TREE_FEATURE_COUNT, LABEL_SAVE } = sim;
const world = worldAt(3 * DAY);
const trees = fitTrees(
  world.chunks.filter((c) => c.day < 2),
  2,
)!;

/** Inputs of a logged row, in the order of TREE_FEATURES. */
function inputs(chunk: (typeof world.chunks)[number], r: number): Float64Array {
  const f = r * sim.ROW_FLOATS;
  return Float64Array.from(
    [sim.R_DOT, sim.R_TOPIC_SHARE, sim.R_SEEN_TOPIC, sim.R_RATE, sim.R_FRESH, sim.R_EXPOSURE],
    (column) => chunk.features[f + column]!,
  );
}

describe('the light ranker', () => {
  test('ranks rows of a day it never saw: AUC of saves well above a half', () => {
    const chunk = world.chunks.find((c) => c.day === 2)!;
    const scored: { score: number; saved: boolean; weight: number }[] = [];
    for (let r = 0; r < chunk.length; r++)
      scored.push({
        score: scoreTrees(trees, inputs(chunk, r), 0),
        saved: (chunk.labels[r]! & LABEL_SAVE) !== 0,
        weight: chunk.weight[r]!,
      });
    scored.sort((a, b) => a.score - b.score);
    let below = 0;
    let wins = 0;
    let saves = 0;
    for (const row of scored) {
      if (row.saved) {
        wins += below;
        saves++;
      } else below += row.weight;
    }
    expect(wins / saves / below).toBeGreaterThan(0.6);
  });

  test('a score is a base and a few named terms', () => {
    const chunk = world.chunks.at(-1)!;
    const sizes = new Set<number>();
    for (let r = 0; r < chunk.length; r += 97) {
      const x = inputs(chunk, r);
      const told = explain(trees, x);
      expect(told.score).toBeCloseTo(scoreTrees(trees, x, 0), 9);
      expect(Object.keys(told.terms)).toHaveLength(TREE_FEATURE_COUNT);
      sizes.add(told.score);
    }
    expect(sizes.size).toBeGreaterThan(20);
  });

  test('the base is the same for everybody', () => {
    const chunk = world.chunks.at(-1)!;
    const base = explain(trees, inputs(chunk, 0)).base;
    expect(explain(trees, inputs(chunk, 50)).base).toBeCloseTo(base, 12);
  });

  test('too few rows fit nothing', () => {
    expect(fitTrees([], 0)).toBeNull();
  });

  test('fitted on the first rows, then once a week', () => {
    const other = worldAt(DAY + 121);
    expect(other.light.fittedDay).toBe(1);
    sim.advance(other, 8 * DAY + 119);
    expect(other.light.fittedDay).toBe(1);
    sim.advance(other, 8 * DAY + 121);
    expect(other.light.fittedDay).toBe(8);
  });

  test('the same rows fit the same trees', () => {
    const again = fitTrees(
      world.chunks.filter((c) => c.day < 2),
      2,
    )!;
    expect(again.value).toEqual(trees.value);
  });
});
