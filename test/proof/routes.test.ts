/** Routes that prove a rival to be separable: each reads something of its own, and what a player could take in time. */
import { describe, expect, it } from 'vitest';
import { BUDGET, queriesOf, routesOf } from '../../src/proof/measure/routes.ts';
import { variantsOf } from '../../src/scenario/variants.ts';
import { scenarioById, SCENARIO_IDS } from '../scenario/library.ts';

const ALL = SCENARIO_IDS.flatMap((id) => variantsOf(scenarioById(id)));

describe('routes of looks', () => {
  it.each(ALL.map((s) => [s.id, s] as const))('no two of %s read the same', (_, scenario) => {
    const routes = routesOf(scenario);
    const read = routes.map(({ queries }) => JSON.stringify(queries));
    expect(new Set(read).size).toBe(routes.length);
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });

  it.each(ALL.map((s) => [s.id, s] as const))('those of %s are walked in time', (_, scenario) => {
    const { pageTick } = scenario.world;
    for (const { queries } of routesOf(scenario)) {
      expect(queries.length).toBeGreaterThan(1);
      for (const { tick } of queries) {
        expect(tick).toBeGreaterThan(pageTick);
        expect(tick).toBeLessThanOrEqual(pageTick + BUDGET[scenario.clock]);
      }
    }
  });

  it('cut by where people are served from, where there is more than one such place', () => {
    const by = (id: string): string[] =>
      queriesOf(scenarioById(id)).flatMap((query) => query.by.filter((cut) => cut === 'pool'));
    expect(by('three-overlapping').length).toBeGreaterThan(4);
    expect(by('two-fires')).toEqual([]);
  });
});
