/** The light ranker's fit in WebAssembly, against the plain way to say it. */
import { beforeEach, expect, test } from 'vitest';
import { fastSigmoid } from '../../src/determinism/fastMath.ts';
import { createTreesKernel } from '../../src/sim/kernel/trees.ts';
import { DEPTH, LEAVES, TREE_FEATURE_COUNT } from '../../src/sim/serving/trees.ts';

const ROWS = 900;
const BINS = 24;
const kernel = createTreesKernel(ROWS);
const x = kernel.floats('x', ROWS * TREE_FEATURE_COUNT);
const edge = kernel.floats('edge', TREE_FEATURE_COUNT * BINS);
const label = kernel.bytes('label', ROWS);
const weight = kernel.doubles('weight', ROWS);
const offset = kernel.doubles('offset', ROWS);
const score = kernel.doubles('score', ROWS);
const feature = kernel.ints('feature', DEPTH);
const cut = kernel.ints('cut', DEPTH);
const value = kernel.doubles('value', LEAVES);
const cover = kernel.doubles('cover', LEAVES);

/** A number in [0, 1) that looks random. */
const noise = (k: number): number => ((Math.imul(k + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0) / 2 ** 32;

interface Tree {
  readonly levels: readonly (readonly [feature: number, bin: number])[];
  readonly value: readonly number[];
  readonly cover: readonly number[];
  readonly score: readonly number[];
}

const rows = Array.from({ length: ROWS }, (_, r) => r);

/** The bin of an input: how many upper edges it is above, the last of which is open. */
function binOf(r: number, f: number): number {
  const edges = [...edge.subarray(f * BINS, f * BINS + BINS - 1)];
  return edges.filter((upper) => x[r * TREE_FEATURE_COUNT + f]! > upper).length;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Grown in the way of the textbook: every question is asked of every leaf by itself. */
function plainTree(): Tree {
  const bins = rows.map((r) => Array.from({ length: TREE_FEATURE_COUNT }, (_, f) => binOf(r, f)));
  const slopes = rows.map((r) => {
    const p = fastSigmoid(offset[r]! + score[r]!);
    return { g: weight[r]! * (label[r]! - p), h: weight[r]! * p * (1 - p) };
  });
  const leaf = rows.map(() => 0);
  const levels: [number, number][] = [];
  for (let d = 0; d < DEPTH; d++) {
    let best: [number, number] = [0, 0];
    let most = -Infinity;
    for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
      // Added up by bin first, as the order of a sum shows in its last bit.
      const leaves = Array.from({ length: 1 << d }, (_, l) =>
        Array.from({ length: BINS }, (__, b) => {
          const inside = rows.filter((r) => leaf[r] === l && bins[r]![f] === b);
          return {
            g: sum(inside.map((r) => slopes[r]!.g)),
            h: sum(inside.map((r) => slopes[r]!.h)),
          };
        }),
      );
      for (let b = 0; b < BINS - 1; b++) {
        let gain = 0;
        for (const cells of leaves) {
          const [below, all] = [cells.slice(0, b + 1), cells];
          const [g, h] = [sum(below.map((c) => c.g)), sum(below.map((c) => c.h))];
          const rest = sum(all.map((c) => c.g)) - g;
          const restH = Math.max(0, sum(all.map((c) => c.h)) - h);
          gain = gain + (g * g) / (h + 4) + (rest * rest) / (restH + 4);
        }
        if (gain > most) [most, best] = [gain, [f, b]];
      }
    }
    levels.push(best);
    for (const r of rows) if (bins[r]![best[0]]! > best[1]) leaf[r] = leaf[r]! + (1 << d);
  }
  const members = Array.from({ length: LEAVES }, (_, l) => rows.filter((r) => leaf[r] === l));
  const values = members.map(
    (inside) =>
      (0.45 * sum(inside.map((r) => slopes[r]!.g))) / (sum(inside.map((r) => slopes[r]!.h)) + 4),
  );
  return {
    levels,
    value: values,
    cover: members.map((inside) => sum(inside.map((r) => weight[r]!))),
    score: rows.map((r) => score[r]! + values[leaf[r]!]!),
  };
}

function grow(): Tree {
  kernel.run.grow(ROWS);
  return {
    levels: [...feature].map((f, d) => [f, cut[d]!] as const),
    value: [...value],
    cover: [...cover],
    score: [...score],
  };
}

beforeEach(() => {
  x.forEach((_, k) => (x[k] = noise(k) ** 2));
  for (let f = 0; f < TREE_FEATURE_COUNT; f++) {
    const column = Float32Array.from(rows, (r) => x[r * TREE_FEATURE_COUNT + f]!).sort();
    for (let b = 0; b < BINS; b++)
      edge[f * BINS + b] = column[Math.floor(((b + 1) * (ROWS - 1)) / BINS)]!;
  }
  for (const r of rows) {
    // Saved rather where one input is large and another small.
    const [a, b] = [x[r * TREE_FEATURE_COUNT]!, x[r * TREE_FEATURE_COUNT + 3]!];
    label[r] = noise(r + 50_000) < 0.2 + 0.6 * a * (1 - b) ? 1 : 0;
    weight[r] = r % 4 === 0 ? 1 : 4;
    offset[r] = -noise(r + 60_000) * 3;
    score[r] = -1.5;
  }
  kernel.run.sortIn(ROWS);
});

test('trees grow as the textbook has it, to the bit, each on what those before left over', () => {
  for (let t = 0; t < 3; t++) {
    const plain = plainTree();
    expect(grow()).toEqual(plain);
  }
});

test('an input that is no number is above no edge', () => {
  for (const r of rows) x[r * TREE_FEATURE_COUNT + 2] = NaN;
  kernel.run.sortIn(ROWS);
  const plain = plainTree();
  expect(plain.score.every(Number.isFinite)).toBe(true);
  expect(grow()).toEqual(plain);
});

test('logits far from zero neither overflow nor lose the row', () => {
  score.fill(900);
  offset[0] = -2000;
  const plain = plainTree();
  expect(plain.value.every(Number.isFinite)).toBe(true);
  expect(grow()).toEqual(plain);
});
