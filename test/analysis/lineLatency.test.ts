/** On a line of play the incident's chart reads what it reads in the game, also what machines record minute by minute. */
import { expect, test } from 'vitest';
import { inWorld } from '../../src/scenario/inWorld.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';
import { warmPage } from '../session/warmPage.ts';

const HOURS_LATER = 9;
/** Percentage points. */
const ALIKE = 0.5;

test('latency is held against the hour on a line of play too', { timeout: 120_000 }, () => {
  const page = warmPage(inWorld(scenarioById('android-double-impression'), 'check'), 'ash');
  const played = session.forkRun(page);
  const line = session.branch(page, session.recordTwin(page).stage);
  const later = page.scenario.world.pageTick + HOURS_LATER * 60;
  const [game, analysis] = [played, line].map((run) => {
    session.advanceTo(run, later, undefined, undefined, true);
    const condition = { metric: 'p99_ms', scope: EVERYONE, surface: 'all' } as const;
    return session.shownDeviation(run, condition, 1)!;
  });
  expect(Math.abs(game! - analysis!)).toBeLessThan(ALIKE);
});
