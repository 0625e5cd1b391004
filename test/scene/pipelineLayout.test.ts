import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  generatorsOf,
  loopsFor,
  particleAt,
  PARTICLES,
  topicAt,
  topicsOf,
} from '../../src/scene/pipelineFlow.ts';
import { layoutPipeline, routesOf, SAMPLES, stageAt } from '../../src/scene/pipelineLayout.ts';
import type { PipelineModel } from '../../src/scene/pipelineTypes.ts';
import { contrast, GROUNDS } from '../../src/scene/ramp.ts';
import { STAGES } from '../../src/scene/stages.ts';
import { topicColour } from '../../src/scene/topicColours.ts';

const sizes = fc.record({
  width: fc.integer({ min: 480, max: 1600 }),
  height: fc.integer({ min: 320, max: 1000 }),
});

const model = (off: readonly string[] = []): PipelineModel => ({
  topicShares: [1],
  before: [1],
  stages: STAGES.map((id) => ({
    id,
    label: id,
    health: off.includes(id) ? 'off' : 'ok',
    version: '',
    age: '',
  })),
});

describe('layout of the pipeline', () => {
  it('keeps boxes inside the area and apart', () => {
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        const { nodes } = layoutPipeline(width, height);
        nodes.forEach((box, i) => {
          expect(box.x - box.w / 2).toBeGreaterThanOrEqual(0);
          expect(box.x + box.w / 2).toBeLessThanOrEqual(width);
          expect(box.y - box.h / 2).toBeGreaterThanOrEqual(0);
          expect(box.y + box.h / 2).toBeLessThanOrEqual(height);
          for (const other of nodes.slice(i + 1)) {
            const apart = Math.abs(other.x - box.x) > box.w || Math.abs(other.y - box.y) > box.h;
            expect(apart, `${box.id} and ${other.id}`).toBe(true);
          }
        });
      }),
    );
  });

  it('samples closed routes at equal distances', () => {
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        for (const route of routesOf(layoutPipeline(width, height))) {
          expect(route[0]).toBeCloseTo(route[2 * SAMPLES] ?? -1, 2);
          expect(route[1]).toBeCloseTo(route[2 * SAMPLES + 1] ?? -1, 2);
          const steps = Array.from({ length: SAMPLES }, (_, i) =>
            Math.hypot(
              (route[2 * i + 2] ?? 0) - (route[2 * i] ?? 0),
              (route[2 * i + 3] ?? 0) - (route[2 * i + 1] ?? 0),
            ),
          );
          // A chord across a bend is a little shorter than the bend.
          expect(Math.min(...steps)).toBeGreaterThan(0.6 * Math.max(...steps));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('finds a stage by its box', () => {
    const placement = layoutPipeline(800, 500);
    for (const box of placement.nodes) expect(stageAt(placement, box.x, box.y)).toBe(box.id);
    expect(stageAt(placement, 1, 1)).toBeNull();
  });
});

describe('the stream', () => {
  it('is coloured in proportion to the shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }),
        (shares) => {
          fc.pre(shares.some((share) => share > 0));
          const total = shares.reduce((a, b) => a + b, 0);
          const topics = topicsOf(shares);
          shares.forEach((share, topic) => {
            const seen = topics.filter((t) => t === topic).length / PARTICLES;
            expect(Math.abs(seen - share / total)).toBeLessThan(0.02);
          });
        },
      ),
    );
  });

  it('turns one colour when one topic takes all', () => {
    expect(new Set(topicsOf([0, 0, 5, 0]))).toEqual(new Set([2]));
    expect(topicAt([], 0.5)).toBe(0);
  });

  it('recolours no more particles than the shares moved', () => {
    const before = topicsOf([50, 50]);
    const after = topicsOf([60, 40]);
    const changed = before.filter((topic, i) => topic !== after[i]).length;
    expect(changed / PARTICLES).toBeGreaterThan(0.07);
    expect(changed / PARTICLES).toBeLessThan(0.13);
  });

  it('leaves out a generator that is switched off', () => {
    expect(new Set(generatorsOf(model()))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(new Set(generatorsOf(model(['popular'])))).toEqual(new Set([0, 1, 3, 4, 5]));
    expect(
      generatorsOf(model(['interest', 'similar', 'popular', 'fresh', 'cosave', 'query'])),
    ).toHaveLength(PARTICLES);
  });

  it('comes back to where it was after a whole loop, and moves in between', () => {
    const route = routesOf(layoutPipeline(800, 500))[1] ?? new Float32Array();
    for (const particle of [0, 17, 299]) {
      const at = particleAt(route, particle, 0);
      const again = particleAt(route, particle, 1);
      expect(again.x).toBeCloseTo(at.x, 1);
      expect(again.y).toBeCloseTo(at.y, 1);
      const half = particleAt(route, particle, 0.5);
      expect(Math.hypot(half.x - at.x, half.y - at.y)).toBeGreaterThan(40);
    }
  });

  it('goes as far as the clock does, and long waits are cut short', () => {
    expect(loopsFor(0)).toBe(0);
    expect(loopsFor(20)).toBeCloseTo(2 * loopsFor(10), 9);
    expect(loopsFor(100_000)).toBe(loopsFor(200_000));
  });

  it.each(['dark', 'light'] as const)(
    'stands out from the %s ground by 3:1 in every topic',
    (theme) => {
      for (let topic = 0; topic < 16; topic++) {
        const colour = topicColour(topic, theme);
        for (const ground of GROUNDS[theme]) {
          expect(
            contrast([(colour >> 16) & 255, (colour >> 8) & 255, colour & 255], ground),
          ).toBeGreaterThanOrEqual(3);
        }
      }
    },
  );
});
