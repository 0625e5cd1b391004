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

/** What is cut by one thing after another, beside the page's own number. */
const CUT: readonly MetricId[] = [
  'save_rate',
  'server_saves',
  'closeup_rate',
  'hide_rate',
  'p99_ms',
  'calibration',
];
/** What is cut by two at a time, beside the page's own number. */
const CUT_TWICE: readonly MetricId[] = ['save_rate', 'server_saves'];

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

/** Each meter once: two routes that read the same would agree about everything. */
const once = (metrics: readonly MetricId[]): MetricId[] => [...new Set(metrics)];

export function routesOf(scenario: CompiledScenario): Route[] {
  const own = cutFirst(scenario);
  const cuts = cutsOf(scenario);
  const { rollouts, pools } = scenario.world;
  const parts: readonly Dimension[] = [
    ...(rollouts.length > 0 ? (['arm'] as const) : []),
    ...((pools?.length ?? 0) > 1 ? (['pool'] as const) : []),
    'platform',
  ];
  const uncut = (metrics: readonly MetricId[]): RouteLook[] =>
    metrics.map((metric) => ({ metric, by: [], surface: 'all' }));
  const routes: readonly (readonly [string, readonly RouteLook[]])[] = [
    ...once([own, ...CUT]).map((metric): readonly [string, RouteLook[]] => [
      `${METRICS[metric].label}, cut by cut`,
      cuts.map((by) => ({ metric, by: [by], surface: 'all' })),
    ]),
    ...once([own, ...CUT_TWICE]).flatMap((metric) =>
      parts.map((first): readonly [string, RouteLook[]] => [
        `${METRICS[metric].label}, by ${first} and more`,
        WITH_ANOTHER.map((by) => ({ metric, by: [first, by], surface: 'all' })),
      ]),
    ),
    [
      `${METRICS[own].label}, surface by surface`,
      SURFACES.map((surface) => ({ metric: own, by: [], surface })),
    ],
    ['one meter after another', uncut(METERS)],
    ['what serving measures of itself', uncut(OF_SERVING)],
    ['the books of the day', uncut(OF_THE_DAY)],
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
