/** The front page shows a headline before the world is there to be read: it has to be what the world then says. */
import { expect, test } from 'vitest';
import { inRotation } from '../../src/cli/proofs/choose.ts';
import { readRule, rings } from '../../src/session/ruleReading.ts';
import { today } from '../analysis/rowsSample.ts';
import { oneOfDay } from '../partOfDay.ts';
import { session } from '../session/compiled.ts';
import { SCENARIO_IDS, scenarioById } from './library.ts';

// A world to its page takes ten seconds: a tenth a day on the build server, and one of them where the check is short.
test.each(oneOfDay(inRotation(SCENARIO_IDS.map(scenarioById), today())))(
  '$id says on the front page what its page reads',
  { timeout: 120_000 },
  (scenario) => {
    const { defaultSeed, page } = scenario;
    const run = session.startRun(scenario, defaultSeed);
    expect(page.shippedHeadline).toBe(session.viewOf(run).page.headline);
    // And it rings: on the seed that everybody meets first.
    const reading = readRule(run.observer, page.rule, scenario.world.pageTick);
    expect(reading !== null && rings(page.rule, reading)).toBe(true);
  },
);
