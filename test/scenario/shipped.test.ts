/** The front page shows a headline before the world is there to be read: it has to be what the world then says. */
import { expect, test } from 'vitest';
import { variantOn } from '../../src/scenario/variants.ts';
import { readRule, rings } from '../../src/session/ruleReading.ts';
import { today } from '../analysis/rowsSample.ts';
import { session } from '../session/compiled.ts';
import { SCENARIO_IDS, scenarioById } from './library.ts';

/** A world to its page takes ten seconds: a tenth a day, on the build server too. */
const PARTS = 10;

test.each(SCENARIO_IDS.filter((_, k) => k % PARTS === today() % PARTS))(
  '%s says on the front page what its page reads',
  { timeout: 120_000 },
  (id) => {
    const scenario = scenarioById(id);
    const { defaultSeed, page } = scenario;
    const run = session.startRun(variantOn(scenario, defaultSeed), defaultSeed);
    expect(page.shippedHeadline).toBe(session.viewOf(run).page.headline);
    // And it rings: on the seed that everybody meets first.
    const reading = readRule(run.observer, page.rule, scenario.world.pageTick);
    expect(reading !== null && rings(page.rule, reading)).toBe(true);
  },
);
