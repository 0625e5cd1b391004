/**
 * Looks that anybody could have taken next: the page's own metric by each of the common cuts, and saves as the servers
 * counted them beside those the apps reported. Whether waiting for one more was worth it is asked of these.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { Look } from '../../session/commands.ts';
import { LOOK_PRICES } from '../../session/prices.ts';
import { READING_HOURS } from '../../session/panels/series.ts';
import { lookWords } from '../../session/words.ts';
import { EVERYONE, type Dimension } from '../../sim/segments.ts';
import type { AtQuery } from '../belief/foretold.ts';
import { cutFirst, queriesOf } from '../belief/readings.ts';

const CUTS: readonly Dimension[] = ['activity', 'platform', 'build', 'arm', 'history', 'region'];

export interface Candidate {
  readonly label: string;
  readonly minutes: number;
  readonly queries: readonly AtQuery[];
}

/** `tick`: when they would be read. */
export function candidatesAt(scenario: CompiledScenario, tick: number): Candidate[] {
  const metric = cutFirst(scenario);
  const cuts = CUTS.filter((by) => by !== 'arm' || scenario.world.rollouts.length > 0);
  const looks: Look[] = [
    ...cuts.map((by): Look => ({ view: 'lens', metric, by: [by], surface: 'all' })),
    { view: 'sources', scope: EVERYONE },
  ];
  // Nothing has been ordered, and no look here is of experiments.
  const lookedIn = { hours: READING_HOURS[scenario.clock], sinceChange: Infinity, arms: false };
  return looks.map((look) => ({
    label: lookWords(look),
    minutes: LOOK_PRICES[look.view],
    queries: queriesOf(look, lookedIn).map((query) => ({ ...query, tick })),
  }));
}
