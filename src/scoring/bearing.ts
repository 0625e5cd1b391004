/** What a reading can bear on. A look counts for a principle only where its answer could have moved the decision. */
import { gaugeOf, type Board, type GaugeId } from '../sim/gauges.ts';
import type { ItemMetric } from '../sim/itemSegments.ts';
import { METRICS, type MetricId, type MetricSource } from '../sim/metrics.ts';
import { DIMENSIONS, type Conjunction, type Dimension, type Scope } from '../sim/segments.ts';
import type { Look } from '../session/commands.ts';
import { isEveryone } from '../session/words.ts';
import type { Seen } from './logbook.ts';

export function dimensionsIn(scope: Scope | null): readonly Dimension[] {
  const named = new Set<Dimension>();
  for (const conjunction of scope ?? [])
    for (const dimension of Object.keys(conjunction) as (keyof Conjunction)[]) named.add(dimension);
  return DIMENSIONS.filter((d) => named.has(d));
}

/** Dimensions along which a reading sets people side by side. */
export function cutsOf(seen: Seen): readonly Dimension[] {
  return seen.look === null ? [] : cutsBy(seen.look);
}

function cutsBy(look: Look): readonly Dimension[] {
  switch (look.view) {
    case 'lens':
      return look.by;
    case 'metric':
      return look.by === null ? dimensionsIn(look.scope) : [look.by, ...dimensionsIn(look.scope)];
    case 'experiments':
      return ['arm', 'activity', 'tenure'];
    case 'differs':
      // One dimension at a time, all of them.
      return DIMENSIONS;
    case 'items':
      return [...DIMENSIONS.filter((d) => look.by.includes(d)), ...dimensionsIn(look.scope)];
    case 'gauge':
      return DIMENSIONS.filter((d) => d === look.by);
    case 'model':
    case 'features':
    case 'serving':
    case 'lineage':
      return ['model'];
    case 'training':
      return ['build'];
    case 'sources':
    case 'funnel':
    case 'person':
      return dimensionsIn(look.scope);
    case 'ecosystem':
    case 'probes':
    case 'changes':
    case 'tickets':
    case 'runbook':
      return [];
  }
}

/** Dimensions that move together: a second cut inside one family is not a second opinion. */
const FAMILY: Readonly<Record<Dimension, string>> = {
  surface: 'surface',
  region: 'region',
  platform: 'app',
  build: 'app',
  tier: 'device',
  tenure: 'habit',
  activity: 'habit',
  history: 'habit',
  language: 'region',
  network: 'device',
  // Who came by a campaign is who came lately.
  entry: 'habit',
  pool: 'machines',
  arm: 'version',
  overlap: 'version',
  model: 'version',
};

export function familiesCut(seen: readonly Seen[]): ReadonlySet<string> {
  return new Set(seen.flatMap(cutsOf).map((d) => FAMILY[d]));
}

export function cuts(seen: Seen, ...wanted: readonly Dimension[]): boolean {
  return cutsOf(seen).some((d) => wanted.includes(d));
}

export function views(seen: Seen, ...wanted: readonly string[]): boolean {
  return seen.look !== null && wanted.includes(seen.look.view);
}

export function tests(seen: Seen, ...wanted: readonly string[]): boolean {
  return seen.test !== null && wanted.includes(seen.test.test);
}

/** The metrics a reading puts in front of the player. */
export function metricsOf(seen: Seen): readonly MetricId[] {
  return seen.look === null ? [] : metricsIn(seen.look);
}

/** Gauges that show what a metric shows, read somewhere else. */
const GAUGE_METRICS: Readonly<Partial<Record<GaugeId, readonly MetricId[]>>> = {
  p50: ['p99_ms'],
  p99: ['p99_ms'],
  label_calibration: ['calibration'],
  offline_calibration: ['calibration'],
  coverage: ['unique_items'],
};

/** What a metric of ideas says as much as. */
const ITEM_READS: Readonly<Record<ItemMetric, readonly MetricId[]>> = {
  impression_share: ['head_share', 'new_creator_share'],
  item_save_rate: ['save_rate', 'head_value'],
  item_closeup_rate: ['closeup_rate'],
  item_hide_rate: ['hide_rate'],
  item_coverage: ['unique_items'],
};

function metricsIn(look: Look): readonly MetricId[] {
  switch (look.view) {
    case 'lens':
    case 'metric':
    case 'differs':
      return [look.metric];
    case 'sources':
      return ['saves', 'server_saves'];
    case 'experiments':
      return ['save_rate', 'hide_rate', 'closeup_rate', 'sessions', 'p99_ms'];
    case 'ecosystem':
      return [
        'head_share',
        'exposure_gini',
        'unique_items',
        'new_creator_share',
        'tail_labels',
        'search_demand',
        'head_value',
        'topic_entropy',
      ];
    case 'model':
      return ['calibration', 'nonfinite_share'];
    case 'serving':
      return ['p99_ms'];
    case 'gauge':
      return GAUGE_METRICS[look.gauge] ?? [];
    case 'items':
      return ITEM_READS[look.metric];
    case 'lineage':
    case 'probes':
    case 'funnel':
    case 'features':
    case 'training':
    case 'person':
    case 'changes':
    case 'tickets':
    case 'runbook':
      return [];
  }
}

export function reads(seen: Seen, ...wanted: readonly MetricId[]): boolean {
  return metricsOf(seen).some((m) => wanted.includes(m));
}

/** Does it show a count that does not pass through the named source? */
export function independentOf(seen: Seen, source: MetricSource): boolean {
  if (tests(seen, 'event-audit')) return true;
  // Visits stand beside the figures of an arm; they count something else.
  if (views(seen, 'experiments')) return false;
  const other: readonly MetricSource[] = source === 'client' ? ['server'] : ['client', 'server'];
  return metricsOf(seen).some((m) => {
    const found: MetricSource = METRICS[m].source;
    return found !== source && other.includes(found);
  });
}

/** Is it a gauge of the board? */
export function onBoard(seen: Seen, board: Board): boolean {
  return seen.look?.view === 'gauge' && gaugeOf(seen.look.gauge).board === board;
}

/** Can it say at which stage between request and slate value is lost? */
export function locatesStage(seen: Seen): boolean {
  return (
    views(seen, 'funnel', 'model', 'features', 'experiments', 'probes') ||
    tests(seen, 'replay', 'shadow', 'reroute', 'golden') ||
    cuts(seen, 'arm', 'model')
  );
}

/** The numbers or the shape of what enters a model, before the model. */
export function readsInputs(seen: Seen): boolean {
  return (
    views(seen, 'features', 'training') ||
    onBoard(seen, 'data') ||
    tests(seen, 'parity') ||
    (seen.test?.test === 'replay' && seen.test.swap === 'history')
  );
}

/** A look at everybody together, cut by nothing. */
export function isGlobal(seen: Seen): boolean {
  return cutsOf(seen).length === 0;
}

/** Whom an order reaches: everyone, or a part. Null where it aims at no people. */
export function breadthOf(scope: Scope | null): 'everyone' | 'part' | null {
  if (scope === null || scope.length === 0) return null;
  return isEveryone(scope) ? 'everyone' : 'part';
}
