/** Those who only look, for testing the observer: each has an order of its own in which it reads an incident. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { drawn, subKey } from '../../determinism/random.ts';
import type { MetricId } from '../../sim/metrics.ts';
import { EVERYONE, type Dimension } from '../../sim/segments.ts';
import type { AtQuery } from './foretold.ts';
import { READING_HOURS } from '../../session/panels/series.ts';
import { cutFirst, pageQuery } from './readings.ts';

export const LOOKERS = ['by the page', 'meters first', 'at random'] as const;
export type Looker = (typeof LOOKERS)[number];

/** Minutes after the page at which they look, by the incident's clock. */
const TIMES = {
  minutes: [4, 12, 25, 40, 60, 90, 120],
  days: [60, 600, 1440, 2000, 2880, 3600, 4320],
} as const;
const CUTS: readonly Dimension[] = ['activity', 'platform', 'build', 'arm', 'history', 'region'];
/** What somebody reads who does not know yet where to look. */
export const METERS: readonly MetricId[] = [
  'save_rate',
  'server_saves',
  'impressions_per_session',
  'closeup_rate',
  'hide_rate',
  'sessions',
];

/** What somebody reads, the page's own number first. `key`: of a generator of theirs. */
export function looksOf(scenario: CompiledScenario, looker: Looker, key: number): AtQuery[] {
  const { pageTick } = scenario.world;
  const cuts = CUTS.filter((by) => by !== 'arm' || scenario.world.rollouts.length > 0);
  return [
    { ...pageQuery(scenario), tick: pageTick },
    ...TIMES[scenario.clock].map((after, k): AtQuery => {
      const { metric, by } = chosen(looker, cutFirst(scenario), cuts, k, subKey(key, k));
      const hours = READING_HOURS[scenario.clock];
      return { metric, by, scope: EVERYONE, surface: 'all', hours, tick: pageTick + after };
    }),
  ];
}

function chosen(
  looker: Looker,
  own: MetricId,
  cuts: readonly Dimension[],
  k: number,
  key: number,
): { metric: MetricId; by: readonly Dimension[] } {
  switch (looker) {
    case 'by the page':
      return { metric: own, by: k < cuts.length ? [cuts[k]!] : cuts.slice(0, 2) };
    case 'meters first':
      return { metric: METERS[(k + 1) % METERS.length]!, by: k < METERS.length ? [] : [cuts[0]!] };
    case 'at random':
      return {
        metric: METERS[Math.floor(drawn(key, 0) * METERS.length)]!,
        by: drawn(key, 1) < 0.3 ? [] : [cuts[Math.floor(drawn(key, 2) * cuts.length)]!],
      };
  }
}
