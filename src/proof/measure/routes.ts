/**
 * Routes by which one may come to know: sets of looks, each with an instrument of its own, that a player could take one
 * after another in the time there is. Two routes that agree are worth more than one that is sure.
 */
import { METERS } from '../../analysis/belief/lookers.ts';
import { asRead, cutFirst, pageQuery } from '../../analysis/belief/readings.ts';
import type { AtQuery } from '../../analysis/belief/foretold.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { READING_HOURS, lensHours } from '../../session/panels/series.ts';
import { METRICS, METRIC_IDS, type MetricId } from '../../sim/metrics.ts';
import { EVERYONE, SURFACES, type Dimension } from '../../sim/segments.ts';

export interface Route {
  readonly id: string;
  /** In the order in which they are read, the page's own number not among them. */
  readonly queries: readonly AtQuery[];
}

type RouteLook = Pick<AtQuery, 'metric' | 'by' | 'surface'>;

/** Meters of what is served, whatever people make of it. */
const OF_SERVING: readonly MetricId[] = [
  'p99_ms',
  'nonfinite_share',
  'calibration',
  'topic_entropy',
  'dwell_rate',
];

/** Figures of the whole service, day by day: who is shown, and whose. */
const OF_THE_DAY: readonly MetricId[] = METRIC_IDS.filter((id) => !METRICS[id].cuttable);

/** What one cuts by a second time: who people are, where they are, and how long they have been here. */
const WITH_ANOTHER: readonly Dimension[] = ['activity', 'history', 'tenure', 'region'];

/** Minutes after the page by which all looks are taken, by the incident's clock. */
export const BUDGET = { minutes: 120, days: 4320 } as const;

/** What one may cut by in this world, the likeliest first. */
function cutsOf({ world }: CompiledScenario): Dimension[] {
  return [
    'activity',
    'platform',
    ...(world.rollouts.length > 0 ? (['arm'] as const) : []),
    'build',
    'history',
    'region',
    'tenure',
    ...(world.experiments !== undefined ? (['overlap'] as const) : []),
    ...((world.pools?.length ?? 0) > 1 ? (['pool'] as const) : []),
  ];
}

export function routesOf(scenario: CompiledScenario): Route[] {
  const own = cutFirst(scenario);
  const cuts = cutsOf(scenario);
  const byCuts = (metric: MetricId): RouteLook[] =>
    cuts.map((by) => ({ metric, by: [by], surface: 'all' }));
  const bySurfaces = (metric: MetricId): RouteLook[] =>
    SURFACES.map((surface) => ({ metric, by: [], surface }));
  const cutTwice = (metric: MetricId, first: Dimension): RouteLook[] =>
    WITH_ANOTHER.map((by) => ({ metric, by: [first, by], surface: 'all' }));
  const hasArms = scenario.world.rollouts.length > 0;
  const uncut = (metrics: readonly MetricId[]): RouteLook[] =>
    metrics.map((metric) => ({ metric, by: [], surface: 'all' }));
  const routes: readonly (readonly [string, readonly RouteLook[]])[] = [
    [`${own}, cut by cut`, byCuts(own)],
    ...(hasArms ? ([[`${own}, by arm and more`, cutTwice(own, 'arm')]] as const) : []),
    [`${own}, by client and more`, cutTwice(own, 'platform')],
    ['server writes, by client and more', cutTwice('server_saves', 'platform')],
    [`${own}, surface by surface`, bySurfaces(own)],
    ['one meter after another', uncut(METERS)],
    ['what serving measures of itself', uncut(OF_SERVING)],
    ['the books of the day', uncut(OF_THE_DAY)],
    ['server writes, cut by cut', byCuts('server_saves')],
    ['closeups, cut by cut', byCuts('closeup_rate')],
    ['hides, cut by cut', byCuts('hide_rate')],
    ['latency, cut by cut', byCuts('p99_ms')],
    ['calibration, cut by cut', byCuts('calibration')],
  ];
  return routes.map(([id, looks]) => ({
    id,
    queries: looks.map(({ metric, by, surface }, k): AtQuery =>
      asRead({
        metric,
        by,
        scope: EVERYONE,
        surface,
        hours: lensHours(READING_HOURS[scenario.clock], by.length),
        tick:
          scenario.world.pageTick +
          Math.round((BUDGET[scenario.clock] * (k + 1)) / Math.max(1, looks.length)),
      }),
    ),
  }));
}

/** Every query of every route, the page's own first; a query that two routes share stands once. */
export function queriesOf(scenario: CompiledScenario): AtQuery[] {
  const all = [
    { ...pageQuery(scenario), tick: scenario.world.pageTick },
    ...routesOf(scenario).flatMap((route) => route.queries),
  ];
  return [...new Map(all.map((query) => [JSON.stringify(query), query])).values()];
}
