/** The metrics a dashboard can show, each with its source, so that a broken meter differs from broken behaviour. */

/** Where a number comes from. `client` passes through the app's event log, `server` does not. */
export type MetricSource = 'client' | 'server' | 'serving' | 'pipeline' | 'survey';

/** A direction that is bad for people. */
export type Bad = 'up' | 'down' | 'none';

export interface MetricSpec {
  readonly label: string;
  readonly unit: '%' | 'per session' | 'per hour' | 'ms' | 'share' | 'count' | 'ratio' | 'index';
  readonly source: MetricSource;
  /** Which direction is bad for people; `none` where a change alone says nothing. */
  readonly bad: Bad;
  /** Can be cut by dimensions of people and requests; the others describe the whole system per day. */
  readonly cuttable: boolean;
  /** Kept only where an alert reads it: nobody is offered it elsewhere. */
  readonly onlyPaged?: true;
  readonly help: string;
}

export const METRICS = {
  save_rate: {
    label: 'Save rate',
    unit: '%',
    source: 'client',
    bad: 'down',
    cuttable: true,
    help: 'Logged saves per logged impression.',
  },
  saves: {
    label: 'Saves, client log',
    unit: 'per hour',
    source: 'client',
    bad: 'down',
    cuttable: true,
    help: 'Save events the apps reported.',
  },
  server_saves: {
    label: 'Saves, server writes',
    unit: 'per hour',
    source: 'server',
    bad: 'down',
    cuttable: true,
    help: 'Collection writes counted by the storage service; no client log involved.',
  },
  saves_per_session: {
    label: 'Saves per session',
    unit: 'per session',
    source: 'client',
    bad: 'down',
    cuttable: true,
    help: 'Logged saves per session.',
  },
  impressions_per_session: {
    label: 'Impressions per session',
    unit: 'per session',
    source: 'client',
    bad: 'none',
    cuttable: true,
    help: 'Logged impressions per session.',
  },
  sessions: {
    label: 'Sessions',
    unit: 'per hour',
    source: 'server',
    bad: 'down',
    cuttable: true,
    help: 'Sessions opened, counted at the gateway.',
  },
  closeup_rate: {
    label: 'Closeup rate',
    unit: '%',
    source: 'client',
    bad: 'none',
    cuttable: true,
    help: 'Logged closeups per logged impression.',
  },
  hide_rate: {
    label: 'Hide rate',
    unit: '%',
    source: 'client',
    bad: 'up',
    cuttable: true,
    help: 'Logged hides per logged impression.',
  },
  dwell_rate: {
    label: 'Long dwell',
    unit: '%',
    source: 'client',
    bad: 'down',
    cuttable: true,
    help: 'Closeups of ten seconds or more per logged impression.',
  },
  calibration: {
    label: 'Calibration of the save head',
    unit: 'ratio',
    source: 'pipeline',
    bad: 'none',
    cuttable: true,
    help: 'Predicted saves over logged saves; 1 is right.',
  },
  nonfinite_share: {
    label: 'Non-finite scores',
    unit: '%',
    source: 'serving',
    bad: 'up',
    cuttable: true,
    help: 'Share of requests with at least one score that is not a number.',
  },
  p99_ms: {
    label: 'p99 latency',
    unit: 'ms',
    source: 'serving',
    bad: 'up',
    cuttable: true,
    help: 'Slowest hundredth of requests at the gateway.',
  },
  topic_entropy: {
    label: 'Topic entropy@25',
    unit: 'index',
    source: 'pipeline',
    bad: 'down',
    cuttable: true,
    help: 'Normalised entropy of topics in a slate of 25.',
  },
  head_share: {
    label: 'Share of the top 1 % of ideas',
    unit: '%',
    source: 'pipeline',
    bad: 'up',
    cuttable: false,
    help: 'Share of all impressions that the most shown hundredth of ideas takes in a day.',
  },
  unique_items: {
    label: 'Different ideas shown per day',
    unit: 'count',
    source: 'pipeline',
    bad: 'down',
    cuttable: false,
    help: 'Ideas with at least one impression in the day.',
  },
  exposure_gini: {
    label: 'Gini of creator exposure',
    unit: 'index',
    source: 'pipeline',
    bad: 'up',
    cuttable: false,
    help: '0: every creator is shown alike; 1: one takes all.',
  },
  new_creator_share: {
    label: 'Exposure of new creators',
    unit: '%',
    source: 'pipeline',
    bad: 'down',
    cuttable: false,
    help: 'Share of impressions given to creators in their first four weeks.',
  },
  tail_labels: {
    label: 'Tail ideas with a label',
    unit: 'count',
    source: 'pipeline',
    bad: 'down',
    cuttable: false,
    help: 'Ideas outside the most popular tenth that gained at least one save in the training rows of the day.',
  },
  search_demand: {
    label: 'Search demand for the head topics',
    unit: 'index',
    source: 'server',
    bad: 'none',
    cuttable: false,
    help: 'Searches naming the topics of the most shown ideas, against their four-week mean.',
  },
  head_value: {
    label: 'Saves per exposure of the top 1 %',
    unit: '%',
    source: 'client',
    bad: 'down',
    cuttable: false,
    help: 'Save rate of the most shown hundredth of ideas.',
  },
  flagged_share: {
    label: 'Flagged on second reading',
    unit: '%',
    source: 'survey',
    bad: 'up',
    cuttable: true,
    onlyPaged: true,
    help: 'Share of shown ideas that break policy by a second, slower reading of a sample; three clean ones in a thousand are flagged by mistake.',
  },
} as const satisfies Record<string, MetricSpec>;

export type MetricId = keyof typeof METRICS;
export const METRIC_IDS = Object.keys(METRICS) as readonly MetricId[];

/** Metrics that can be cut, as everybody is offered them where an alert reads `paged`. */
export function cuttableMetrics(paged: MetricId): readonly MetricId[] {
  return METRIC_IDS.filter((id) => {
    const spec: MetricSpec = METRICS[id];
    return spec.cuttable && (spec.onlyPaged !== true || id === paged);
  });
}
