/** Is there, for each rival, a panel that reads otherwise than under the truth, by more than its own noise? */
import { METERS } from '../analysis/belief/lookers.ts';
import { readingsOf, type Query } from '../analysis/belief/readings.ts';
import type { MetricId } from '../sim/metrics.ts';
import { EVERYONE, type Dimension, type Scope } from '../sim/segments.ts';
import type { Run } from '../session/run.ts';
import type { Explained } from './warmed.ts';

/** Standard errors by which one group of a panel must differ. */
const CLEAR = 3;
const HOURS = 1;
/** Cuts anybody can make. */
const CUTS: readonly Dimension[] = [
  'arm',
  'surface',
  'platform',
  'build',
  'region',
  'pool',
  'activity',
];

/** The meters, of everybody and of whom the page reads, and the page's own number and the storage's cut every way. */
function queriesOf({ scenario }: Run): Query[] {
  const of = (metric: MetricId, by: readonly Dimension[], scope: Scope = EVERYONE): Query => ({
    metric,
    by,
    scope,
    surface: 'all',
    hours: HOURS,
  });
  const { metric: own, scope: reached } = scenario.page.rule;
  const cuts = CUTS.filter(
    (by) => by !== 'arm' || scenario.world.rollouts.some((r) => r.experiment),
  );
  return [
    ...METERS.flatMap((metric) => [of(metric, []), of(metric, [], reached)]),
    ...[...new Set<MetricId>([own, 'server_saves', 'hide_rate'])].flatMap((metric) =>
      cuts.map((by) => of(metric, [by])),
    ),
  ];
}

/** Rivals that no reading tells from the truth at the page. */
export function notToldApart(page: Run, explained: readonly Explained[]): string[] {
  const [truth, ...rivals] = explained;
  if (truth === undefined) return [];
  const tick = page.scenario.world.pageTick;
  const queries = queriesOf(page);
  const own = queries.map((q) => readingsOf(truth.observer, q, tick));
  return rivals
    .filter(({ observer }) =>
      queries.every((query, q) => {
        const theirs = new Map(readingsOf(observer, query, tick).map((r) => [r.key, r.deviation]));
        return own[q]!.every(
          ({ key, deviation, error }) =>
            Math.abs((theirs.get(key) ?? deviation) - deviation) <= CLEAR * error,
        );
      }),
    )
    .map(({ hypothesis }) => hypothesis.id);
}
