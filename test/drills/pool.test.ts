/** The shipped pool: what it was proven on is what there is, and its mix is the one that was promised. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulatorStamp } from '../../src/cli/measuredTable.ts';
import { DIFFICULTIES, drillNamed } from '../../src/drills/nameFormat.ts';
import { planOf } from '../../src/drills/plan.ts';
import { lackOf, mixOf, poolOf, stampOf, type Pool } from '../../src/drills/pool.ts';
import type { DrillProof } from '../../src/drills/prove.ts';
import { sourceOf } from '../../src/drills/source.ts';

const pool = JSON.parse(readFileSync('scenarios/drills.json', 'utf8')) as Pool;

describe('the shipped pool', () => {
  it('was proven on this simulator', () => {
    const golden = readFileSync('test/golden/world.golden.json', 'utf8');
    expect(pool.simulator, 'stale: npx blast-radius drills --fill 405 --write').toBe(
      simulatorStamp(golden),
    );
  });

  it('is four hundred at least', () => {
    expect(pool.drills.length).toBeGreaterThanOrEqual(400);
  });

  it('holds drills as they are drawn today', () => {
    for (const { id, stamp, family, newest, callSign, headline } of pool.drills) {
      const name = drillNamed(id)!;
      const source = sourceOf(name);
      expect(stampOf(source), `${id} is another drill now`).toBe(stamp);
      expect([source.callsign, source.page.shipped]).toEqual([callSign, headline]);
      expect(planOf(name)).toMatchObject({ family, newest });
    }
    expect(new Set(pool.drills.map((d) => d.id)).size).toBe(pool.drills.length);
  });

  it('has a guilty, an innocent and no near change in a third each, and a reversal best in a quarter', () => {
    const { newest, reversalBest } = mixOf(pool);
    for (const share of Object.values(newest)) expect(share).toBeCloseTo(1 / 3, 1);
    expect(reversalBest).toBeGreaterThanOrEqual(0.25);
  });

  it('is what at least three in five of the generated came to', () => {
    expect(pool.survived / pool.generated).toBeGreaterThanOrEqual(0.6);
    expect(pool.drills.length).toBeLessThanOrEqual(pool.survived);
  });

  it('has every difficulty, and of none less than half of an equal share', () => {
    for (const d of DIFFICULTIES) {
      const own = pool.drills.filter(({ id }) => drillNamed(id)!.difficulty === d);
      expect(own.length).toBeGreaterThanOrEqual(pool.drills.length / DIFFICULTIES.length / 2);
    }
  });
});

const proofOf = (
  difficulty: number,
  number: number,
  over: Partial<DrillProof> = {},
): DrillProof & { stamp: string } => ({
  id: `drill-${difficulty}-${number}`,
  family: 'whole',
  newest: 'guilty',
  callSign: 'Tue',
  headline: 'Saves',
  refuted: [],
  harms: null,
  reversalBest: true,
  stamp: 's',
  ...over,
});

describe('filling', () => {
  it('leaves out what was refuted, and counts it', () => {
    const filled = poolOf([proofOf(1, 0, { refuted: ['page: silent'] }), proofOf(1, 1)], 15, 'sim');
    expect(filled.drills.map((d) => d.id)).toEqual(['drill-1-1']);
    expect(filled).toMatchObject({ generated: 2, survived: 1, simulator: 'sim' });
  });

  it('takes the lowest numbers, and no more of a kind than there is room for', () => {
    const filled = poolOf([proofOf(2, 9), proofOf(2, 4), proofOf(2, 6)], 15, 'sim');
    expect(filled.drills.map((d) => d.id)).toEqual(['drill-2-4']);
  });

  it('wants few roll-outs that hurt a part, so that going back is best often enough', () => {
    const lack = lackOf(150);
    const cohort = { difficulty: 1, newest: 'guilty', family: 'cohort' } as const;
    lack.take(cohort);
    expect(lack.wants(cohort)).toBe(true);
    lack.take(cohort);
    expect(lack.wants(cohort)).toBe(false);
    expect(lack.wants({ ...cohort, family: 'whole' })).toBe(true);
  });
});
