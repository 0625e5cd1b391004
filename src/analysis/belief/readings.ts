/** What of a look can be weighed: its readings of metrics, group by group, each with its error. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { Look } from '../../session/commands.ts';
import { DIFFERS_CUTS, DIFFERS_HOURS } from '../../session/panels/differs.ts';
import { ECOSYSTEM_METRICS, VARIETY_HOURS } from '../../session/panels/ecosystem.ts';
import { EFFECT_HOURS, EFFECTS } from '../../session/panels/experiments.ts';
import { calibrationHours } from '../../session/panels/model.ts';
import { lensHours } from '../../session/panels/series.ts';
import { LATENCY_CUTS, LATENCY_HOURS } from '../../session/panels/serving.ts';
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { EVERYONE, type Dimension, type Scope, type Surface } from '../../sim/segments.ts';
import { observeThen, type Observer } from '../../sim/telemetry/observer.ts';
import { groupBy, readCuts, type GroupReading } from '../../sim/telemetry/readings.ts';
import { readSystem } from '../../sim/telemetry/system.ts';

export interface Query {
  readonly metric: MetricId;
  readonly by: readonly Dimension[];
  readonly scope: Scope;
  readonly surface: Surface | 'all';
  /** Hours before the look that are read. */
  readonly hours: number;
}

export interface Reading {
  readonly key: string;
  /** Per cent against the baseline, and its standard error. */
  readonly deviation: number;
  readonly error: number;
}

/** Groups of a look that are weighed: the largest ones. */
const MOST_GROUPS = 24;
/** A group in which this share of all sessions is, or less, tells nothing that noise does not. */
const LEAST_SHARE = 0.004;

/** What the page's own rule read. */
export function pageQuery({ page }: CompiledScenario): Query {
  const { metric, scope, surface, minutes } = page.rule;
  return asRead({ metric, by: [], scope, surface, hours: Math.max(0.5, minutes / 60) });
}

/** What somebody cuts who begins at the page: its metric, or where that is of the whole service, what the service is for. */
export function cutFirst({ page }: CompiledScenario): MetricId {
  const { metric } = page.rule;
  return METRICS[metric].cuttable ? metric : 'save_rate';
}

/** What a look stands for hangs on, beside itself. */
export interface LookedIn {
  /** What the clock of the incident reads. */
  readonly hours: number;
  /** Minutes since what was ordered last took effect. */
  readonly sinceChange: number;
  /** Is an experiment running that has arms? */
  readonly arms: boolean;
}

/** The queries a look stands for; none where it shows no metric. */
export function queriesOf(look: Look, { hours, sinceChange, arms }: LookedIn): Query[] {
  switch (look.view) {
    case 'metric':
      return [
        asRead({
          metric: look.metric,
          by: look.by === null ? [] : [look.by],
          scope: look.scope,
          surface: 'all',
          hours,
        }),
      ];
    case 'lens':
      return [
        asRead({
          metric: look.metric,
          by: look.by,
          scope: EVERYONE,
          surface: look.surface,
          hours: lensHours(hours, look.by.length, sinceChange),
        }),
      ];
    case 'sources':
      return (['saves', 'server_saves'] as const).map((metric) => ({
        metric,
        by: [],
        scope: look.scope,
        surface: 'all',
        hours,
      }));
    case 'differs':
      return DIFFERS_CUTS.map((by) => ofAll(look.metric, [by], DIFFERS_HOURS));
    case 'serving':
      return LATENCY_CUTS.map((by) => ofAll('p99_ms', [by], LATENCY_HOURS));
    case 'model':
      return [{ ...ofAll('calibration', ['model'], calibrationHours(hours)), scope: look.scope }];
    case 'ecosystem':
      return [
        ...ECOSYSTEM_METRICS.map((metric) => asRead(ofAll(metric, [], VARIETY_HOURS))),
        { ...ofAll('topic_entropy', [], VARIETY_HOURS), surface: 'home' },
      ];
    case 'experiments':
      return arms
        ? EFFECTS.map(({ metric, scope }) => ({ ...ofAll(metric, ['arm'], EFFECT_HOURS), scope }))
        : [];
    default:
      return [];
  }
}

const ofAll = (metric: MetricId, by: readonly Dimension[], hours: number): Query => ({
  metric,
  by,
  scope: EVERYONE,
  surface: 'all',
  hours,
});

/** A figure of the whole service is of a day, and of everybody, however it was asked for. */
export function asRead<Q extends Query>(query: Q): Q {
  return METRICS[query.metric].cuttable
    ? query
    : { ...query, by: [], scope: EVERYONE, surface: 'all', hours: 24 };
}

/**
 * The readings of a query at a minute, as they were then, the largest groups first; of the whole service, the one of the last
 * finished day.
 */
export function readingsOf(observer: Observer, query: Query, tick: number): Reading[] {
  return readingsOfAll(observer, [{ ...query, tick }])[0]!;
}

/** `readingsOf` several queries, in their order: cuts of one metric at one minute are read in one go. */
export function readingsOfAll(
  observer: Observer,
  queries: readonly (Query & { readonly tick: number })[],
): Reading[][] {
  const readings: Reading[][] = queries.map(() => []);
  const together = new Map<string, number[]>();
  for (const [at, { metric, tick, hours }] of queries.entries()) {
    if (METRICS[metric].cuttable) {
      const id = JSON.stringify([metric, tick, hours]);
      together.set(id, [...(together.get(id) ?? []), at]);
      continue;
    }
    const read = readSystem(observer, metric, tick);
    if (read !== null) readings[at] = [{ key: '', deviation: read.deviation, error: read.error }];
  }
  for (const places of together.values()) {
    const { metric, tick, hours } = queries[places[0]!]!;
    const then = observeThen(observer, tick);
    const cuts = places.map((at) => {
      const { by, scope, surface } = queries[at]!;
      return groupBy(then, by, scope, surface, tick);
    });
    for (const [k, read] of readCuts(then, metric, cuts, tick, hours).entries())
      readings[places[k]!] = largest(read);
  }
  return readings;
}

function largest(readings: readonly GroupReading[]): Reading[] {
  return readings
    .filter((r) => r.share > LEAST_SHARE && Number.isFinite(r.deviation))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_GROUPS);
}
