/** Small worlds in which explanations of an incident are so, beside the one in which nothing is wrong. */
import { expect, test } from 'vitest';
import { EVERYONE } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';

test(
  'what no explanation touches is usual in all their worlds, minute by minute',
  { timeout: 120_000 },
  () => {
    const scenario = scenarioById('android-double-impression');
    const tick = scenario.world.pageTick + 30;
    const query = {
      metric: 'p99_ms',
      by: [],
      scope: EVERYONE,
      surface: 'all',
      hours: 1,
      tick,
    } as const;
    const told = session.createForetell()(scenario, 'seed-1', [query]);
    for (const { hypothesis, deviations } of told) {
      // An app that counts and a job that counts have no machines of their own; a match night has its visitors.
      const most = hypothesis === 'match-night' ? 5 : 0.5;
      expect(Math.abs([...deviations[0]!.values()][0]!), hypothesis).toBeLessThan(most);
    }
  },
);
