/** Drills as drawn, before any world: whole, sound, repeatable, and silent about their cause. */
import { describe, expect, it } from 'vitest';
import { diceOf } from '../../src/drills/dice.ts';
import { loadDrill } from '../../src/drills/loadDrill.ts';
import { DIFFICULTIES, drillId, drillNamed } from '../../src/drills/nameFormat.ts';
import { planOf } from '../../src/drills/plan.ts';
import { sourceOf } from '../../src/drills/source.ts';
import { nearestOf } from '../../src/proof/balance.ts';
import { explore, soundChart } from '../../src/proof/chart/sound.ts';
import { untold } from '../../src/proof/givenAway.ts';
import { readable } from '../../src/proof/texts.ts';

const DRAWN = DIFFICULTIES.flatMap((difficulty) =>
  Array.from({ length: 24 }, (_, k) => ({ difficulty, number: k * 7 })),
);
const LOADED = DRAWN.map((name) => ({ name, ...loadDrill(name) }));

describe('the name of a drill', () => {
  it('says difficulty and number, with a hyphen or a colon', () => {
    expect(drillNamed('drill-3-17')).toEqual({ difficulty: 3, number: 17 });
    expect(drillNamed('drill:3-17')).toEqual({ difficulty: 3, number: 17 });
    expect(drillId({ difficulty: 5, number: 0 })).toBe('drill-5-0');
  });

  it.each([
    'drill-6-1',
    'drill-0-1',
    'drill-3-017',
    'drill-3',
    'drill-3-1234567',
    'a drill-3-1',
    '',
  ])('is not %j', (text) => expect(drillNamed(text)).toBeNull());
});

describe('dice', () => {
  it('draw the same for one subject whatever is drawn for another', () => {
    const once = diceOf('drill-1-1', 'a');
    const alone = [once.between(0, 999), once.between(0, 999)];
    const other = diceOf('drill-1-1', 'b');
    const again = diceOf('drill-1-1', 'a');
    const mixed = [again.between(0, 999), other.between(0, 999), again.between(0, 999)];
    expect([mixed[0], mixed[2]]).toEqual(alone);
  });

  it('take different entries, and all where there are too few', () => {
    const dice = diceOf('drill-1-1', 'some');
    expect(new Set(dice.some([1, 2, 3, 4, 5], 3)).size).toBe(3);
    expect(new Set(dice.some([1, 2], 5))).toEqual(new Set([1, 2]));
    expect(() => dice.pick([])).toThrow(RangeError);
  });
});

describe('a drawn drill', () => {
  it('is a scenario with nothing to complain of', () => {
    for (const { name, scenario, diagnostics } of LOADED) {
      expect(diagnostics, drillId(name)).toEqual([]);
      expect(scenario?.id).toBe(drillId(name));
      expect(scenario?.difficulty).toBe(name.difficulty);
    }
  });

  it('is the same again from its name, and another from another', () => {
    const [one, two] = [DRAWN[3]!, DRAWN[4]!];
    expect(sourceOf(one)).toEqual(sourceOf({ ...one }));
    expect(JSON.stringify(sourceOf(one).world)).not.toBe(JSON.stringify(sourceOf(two).world));
  });

  it('has its newest roll-out where its plan says', () => {
    for (const { name, scenario } of LOADED)
      expect(nearestOf(scenario!), drillId(name)).toBe(planOf(name).newest);
  });

  it('has more on its change list the harder it is, and marks only what is guilty', () => {
    const near = (difficulty: number): number => {
      const own = LOADED.filter(({ name }) => name.difficulty === difficulty);
      const counts = own.map(({ scenario }) => {
        const { world, changes } = scenario!;
        return changes.filter((c) => !c.guilty && c.tick > world.pageTick - 1440).length;
      });
      return counts.reduce((sum, n) => sum + n, 0) / counts.length;
    };
    expect(near(5)).toBeGreaterThan(near(1) + 2);
    for (const { scenario } of LOADED)
      expect(scenario!.changes.filter((c) => c.guilty).length).toBeGreaterThan(0);
  });

  it('tells its cause in no text that is read in play', () => {
    for (const { name, scenario } of LOADED) {
      expect(untold(scenario!).witness, drillId(name)).toContain('none of');
      expect(readable(scenario!).verdict).toBe('proven');
    }
  });

  it('has a chart whose states are all entered and left', () => {
    for (const family of ['whole', 'cohort', 'retrieval', 'request', 'meter']) {
      const found = LOADED.find(({ name }) => planOf(name).family === family)!.scenario!;
      expect(soundChart(found, explore(found)).verdict, family).toBe('proven');
    }
  });

  it('seldom reads like another: call-signs, pages and people vary', () => {
    const distinct = (
      of: (s: NonNullable<(typeof LOADED)[number]['scenario']>) => string,
    ): number => new Set(LOADED.map(({ scenario }) => of(scenario!))).size / LOADED.length;
    expect(distinct((s) => s.callSign)).toBeGreaterThan(0.9);
    expect(distinct((s) => s.cast.map((p) => p.name).join())).toBeGreaterThan(0.95);
    expect(distinct((s) => s.changes.map((c) => c.text).join())).toBeGreaterThan(0.95);
  });
});
