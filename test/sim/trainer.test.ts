import { describe, expect, test } from 'vitest';
import { fastSigmoid } from '../../src/determinism/fastMath.ts';
import { normal, streamKey, uniform } from '../../src/determinism/random.ts';
import type { RowChunk } from '../../src/sim/data/rows.ts';
import { sim } from './compiled.ts';

const {
  train,
  priorWeights,
  createChunk,
  pushRow,
  plainWeigher,
  ROW_FLOATS,
  FEATURE_COUNT,
  HEAD_COUNT,
} = sim;
const { F_BIAS, F_DOT, F_TOPIC_SHARE, F_RATE, SAVE, LABEL_SAVE } = sim;

const TRUE = { bias: -1.2, dot: 0.9, share: -0.7, rate: 0.5, related: 0.4 } as const;
const everyRow = { weigh: () => 1, speed: 1 };

/** Rows whose save labels follow a known logistic model. */
function synthetic(seed: string, rows: number): RowChunk {
  const key = streamKey(seed, 'rows');
  const chunk = createChunk(0, rows);
  for (let k = 0; k < rows; k++) {
    const r = pushRow(chunk);
    const x = chunk.features;
    const f = r * ROW_FLOATS;
    const dot = normal(key, k, 0);
    const share = normal(key, k, 1);
    const rate = normal(key, k, 2);
    const related = uniform(key, k, 3) < 0.4 ? 1 : 0;
    x[f + sim.R_DOT] = dot;
    x[f + sim.R_TOPIC_SHARE] = share;
    x[f + sim.R_RATE] = rate;
    chunk.surface[r] = related;
    chunk.person[r] = k % 1000;
    chunk.weight[r] = 1;
    const z =
      TRUE.bias + TRUE.dot * dot + TRUE.share * share + TRUE.rate * rate + TRUE.related * related;
    chunk.labels[r] = uniform(key, k, 4) < fastSigmoid(z) ? LABEL_SAVE : 0;
  }
  return chunk;
}

/** What every synthetic row has: the bias, and the first of each kind of one-hot. */
const CONSTANT = [
  F_BIAS,
  sim.F_BUILD,
  sim.F_TENURE,
  sim.F_HISTORY,
  sim.F_REGION,
  sim.F_TIER,
  sim.F_SOURCE,
  sim.F_TOPIC,
  sim.F_PRICE,
];

const zero = (): Float64Array => new Float64Array(HEAD_COUNT * FEATURE_COUNT);
const saveHead = SAVE * FEATURE_COUNT;

describe('the trainer', () => {
  test('recovers the weights that made the labels', () => {
    const w = train(zero(), [synthetic('truth', 120_000)], everyRow);
    const at = (feature: number): number => w[saveHead + feature]!;
    expect(at(F_DOT)).toBeCloseTo(TRUE.dot, 1);
    expect(at(F_TOPIC_SHARE)).toBeCloseTo(TRUE.share, 1);
    expect(at(F_RATE)).toBeCloseTo(TRUE.rate, 1);
    // A one-hot of two surfaces: what tells them apart is the difference.
    expect(at(sim.F_SURFACE + 1) - at(sim.F_SURFACE)).toBeCloseTo(TRUE.related, 1);
    // The constant is spread over the bias and the one-hot that every row has of each kind.
    const constant = CONSTANT.reduce((sum, feature) => sum + at(feature), 0) + at(sim.F_SURFACE);
    expect(constant).toBeCloseTo(TRUE.bias, 1);
  });

  test('states probabilities that add up to the labels', () => {
    const w = train(zero(), [synthetic('calibrated', 120_000)], everyRow);
    const fresh = synthetic('fresh', 40_000);
    let stated = 0;
    let seen = 0;
    for (let r = 0; r < fresh.length; r++) {
      const f = r * ROW_FLOATS;
      let z = 0;
      for (const feature of CONSTANT) z += w[saveHead + feature]!;
      z += w[saveHead + sim.F_SURFACE + fresh.surface[r]!]!;
      z += fresh.features[f + sim.R_DOT]! * w[saveHead + F_DOT]!;
      z += fresh.features[f + sim.R_TOPIC_SHARE]! * w[saveHead + F_TOPIC_SHARE]!;
      z += fresh.features[f + sim.R_RATE]! * w[saveHead + F_RATE]!;
      stated += fastSigmoid(z);
      if (fresh.labels[r] === LABEL_SAVE) seen++;
    }
    expect(Math.abs(stated / seen - 1)).toBeLessThan(0.03);
  });

  test('averaging the iterates makes it steadier than the last iterate', () => {
    const start = train(zero(), [synthetic('start', 60_000)], everyRow);
    const spread = (result: (seed: string) => Float64Array): number => {
      const values = Array.from({ length: 24 }, (_, s) => result(`spread ${s}`)[saveHead + F_DOT]!);
      const mean = values.reduce((a, b) => a + b) / values.length;
      return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    };
    const averaged = spread((seed) => train(start, [synthetic(seed, 8000)], everyRow));
    // A second half without weight holds the last iterate still, and its mean is that iterate.
    const held = spread((seed) => {
      const chunk = synthetic(seed, 8000);
      return train(start, [chunk, synthetic('idle', 8000)], {
        weigh: (c) => (c === chunk ? 1 : 0),
        speed: 1,
      });
    });
    expect(held).toBeGreaterThan(0);
    expect(averaged).toBeLessThan(0.6 * held);
  });

  test('rows without weight leave no trace, whatever their labels', () => {
    const clean = synthetic('clean', 4000);
    const tainted = synthetic('clean', 4000);
    for (let r = 0; r < tainted.length; r++) if (r % 3 === 0) tainted.labels[r] = 15;
    const weigh = (_: RowChunk, row: number): number => (row % 3 === 0 ? 0 : 1);
    const start = priorWeights();
    expect(train(start, [tainted], { weigh, speed: 1 })).toEqual(
      train(start, [clean], { weigh, speed: 1 }),
    );
    expect(train(start, [tainted], everyRow)).not.toEqual(train(start, [clean], everyRow));
  });

  test('quarantine selects rows by scope and by time', () => {
    const world = sim.worldAt(2 * sim.DAY);
    world.control.quarantines.push({
      id: 'q',
      scope: [{ build: ['web'] }],
      sinceTick: sim.DAY + 600,
    });
    const weigh = plainWeigher(world);
    let out = 0;
    for (const chunk of world.chunks) {
      for (let r = 0; r < chunk.length; r++) {
        const tick = chunk.day * sim.DAY + chunk.minute[r]!;
        const held = tick >= sim.DAY + 600 && chunk.build[r] === 4;
        if (held) out++;
        expect(weigh(chunk, r)).toBe(held ? 0 : 1);
      }
    }
    expect(out).toBeGreaterThan(300);
  });

  test('with no usable row the start comes back', () => {
    const start = priorWeights();
    expect(train(start, [], everyRow)).toEqual(start);
    expect(train(start, [createChunk(0, 8)], everyRow)).toEqual(start);
  });

  test('the start is not written to', () => {
    const start = priorWeights();
    train(start, [synthetic('x', 1000)], everyRow);
    expect(start).toEqual(priorWeights());
  });
});
